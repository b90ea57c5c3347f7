namespace Parley.Functions.Storage;

/// <summary>Why a scenario has no result, in words for whoever submitted it.</summary>
public sealed record Failure(string Title, string Detail);
