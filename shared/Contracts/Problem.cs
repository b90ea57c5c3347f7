namespace Parley.Contracts;

/// <summary>Something wrong with a document.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) of the place; a missing member's is where it should stand.</param>
/// <param name="Detail">One plain sentence: what is wrong and what would be right.</param>
public sealed record Problem(string Pointer, string Detail);
