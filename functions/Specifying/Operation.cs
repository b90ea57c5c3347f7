using Microsoft.Azure.Functions.Worker;

namespace Parley.Functions.Specifying;

/// <summary>One verb on one route: what is sent, and everything that may be answered.</summary>
/// <param name="Name">The function's.</param>
/// <param name="Route">As in the function's trigger.</param>
/// <param name="Parameters">Query parameters and headers; those of the route speak for themselves, unless they are words.</param>
/// <param name="Body">Absent when nothing is sent.</param>
public sealed record Operation(
    string Name,
    string Verb,
    string Route,
    AuthorizationLevel Level,
    string Summary,
    IReadOnlyList<Parameter> Parameters,
    Content? Body,
    IReadOnlyList<Reply> Replies);

/// <param name="In"><c>query</c>, <c>header</c> or <c>path</c>.</param>
/// <param name="IsRequired">False where there is an answer without it.</param>
/// <param name="Words">All that it may be; null where it may be another text.</param>
public sealed record Parameter(string In, string Name, string Description, bool IsRequired = false, IReadOnlyList<string>? Words = null);

/// <summary>One status that may be answered.</summary>
/// <param name="Contents">One for every content type; none for an answer without a body.</param>
/// <param name="Headers">Those that such an answer always has.</param>
/// <param name="MayHave">Those that it has when there is something to say.</param>
public sealed record Reply(
    int Status, string Description, IReadOnlyList<Content> Contents, IReadOnlyList<string> Headers, IReadOnlyList<string> MayHave);

/// <param name="Schema">Name of the schema in the document.</param>
public sealed record Content(string Type, string Schema);
