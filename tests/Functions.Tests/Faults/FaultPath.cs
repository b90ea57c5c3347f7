namespace Parley.Functions.Tests.Faults;

/// <summary>Something that the service does, to be done again with a fault at every call that it makes to storage.</summary>
/// <param name="Calls">What each call is for, as it is when nothing goes wrong.</param>
/// <param name="PrepareAsync">Brings about where the path begins; no call of this is struck.</param>
/// <param name="RunAsync">The path itself.</param>
/// <param name="CheckAsync">What is true at the end, whatever went wrong on the way, beside what is true of every path.</param>
public sealed record FaultPath(
    string Name, IReadOnlyList<string> Calls, Func<Fleet, Task<Guid>> PrepareAsync, Func<Fleet, Guid, Task<Guid>> RunAsync, Func<Fleet, Guid, Task> CheckAsync)
{
    public Subject Subject { get; init; } = Subject.Scenarios;

    /// <summary>Number of the one call that the short suite strikes; null where it has time for more.</summary>
    public int? Telling { get; init; }

    public override string ToString() => Name;
}
