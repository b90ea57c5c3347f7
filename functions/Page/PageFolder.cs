namespace Parley.Functions.Page;

/// <summary>Where the built page is: beside the assembly, unless a test says otherwise.</summary>
public sealed record PageFolder(string? Path = null);
