namespace Parley.Functions.Describing;

/// <summary>Where the shipped documents are: beside the assembly, unless a test says otherwise.</summary>
public sealed record ShippedFolder(string? Path = null);
