namespace Parley.Engine.Mutations;

/// <summary>One small change of the engine.</summary>
/// <param name="Id">By which the switches of the changed assembly know it.</param>
/// <param name="Room">The engine's folder that it is in.</param>
/// <param name="File">Name of its source file, without the ending.</param>
internal sealed record Mutant(int Id, string Room, string File);
