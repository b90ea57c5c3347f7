using Parley.Engine.Scenarios;

namespace Parley.Functions.Storage;

/// <summary>Which scenarios a listing shows; what is null narrows nothing.</summary>
/// <param name="AcceptedFrom">The first moment that counts.</param>
/// <param name="AcceptedBefore">The first moment that does not count any more.</param>
public sealed record ListingFilter(
    ScenarioStatus? Status = null,
    string? Situation = null,
    ScenarioKind? Kind = null,
    DateTimeOffset? AcceptedFrom = null,
    DateTimeOffset? AcceptedBefore = null)
{
    /// <summary>The rows of that time, which are all that is read, without the first key, which is reached or is none.</summary>
    public KeyRange RangeAfter(ListingCursor? reached)
    {
        var first = AcceptedBefore is { } before ? Keys.ListingAt(before).Before : Keys.ListingRange.From;
        var last = AcceptedFrom is { } from ? Keys.ListingAt(from).Before : Keys.ListingRange.Before;
        return new KeyRange(reached is not null && string.CompareOrdinal(reached.RowKey, first) > 0 ? reached.RowKey : first, last);
    }

    public bool Wants(ListedScenario scenario) =>
        !scenario.Status.IsGone()
        && (Status is null || scenario.Status == Status)
        && (Situation is null || scenario.Situation.Id == Situation)
        && (Kind is null || scenario.Kind == Kind);
}
