namespace Parley.Contracts.Parsing;

/// <summary>A token that is JSON but that we do not take; leaves the recursion of the parser, never the parser.</summary>
internal sealed class UnreadableTokenException(string message, Exception? inner = null) : Exception(message, inner);
