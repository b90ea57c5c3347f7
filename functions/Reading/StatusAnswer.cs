using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Parley.Engine.Scenarios;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>Where a scenario stands.</summary>
/// <param name="Generation">The run that the status is about: 1, and one more for every rerun.</param>
/// <param name="ResultGeneration">
/// The run whose result engine version, summary, staleness and links speak of, the last one that succeeded; absent until one has.
/// </param>
/// <param name="EngineVersion">Of the result; absent until there is one.</param>
/// <param name="Problem">Why the run failed; absent unless it did.</param>
/// <param name="Stale">Absent until there is a result, in answers to a change or a wait, and while nobody can read which version of the situation is current.</param>
public sealed record StatusAnswer(
    Guid Id,
    string Title,
    ScenarioKind Kind,
    string Status,
    int Generation,
    SituationVersion Situation,
    double Cost,
    DateTimeOffset AcceptedAt,
    DateTimeOffset? FinishedAt,
    int? ResultGeneration,
    string? EngineVersion,
    Summary? Summary,
    Failure? Problem,
    Staleness? Stale,
    StatusLinks Links)
{
    /// <param name="current">The situation's current version; null when nobody asked whether the result is stale, or nobody can tell.</param>
    public static StatusAnswer Of(ScenarioRow row, SituationVersion? current)
    {
        var hasResult = row.Result is not null;
        return new StatusAnswer(
            row.Id,
            row.Title,
            row.Kind,
            $"{row.Status}",
            row.Generation,
            row.Situation,
            row.Cost,
            row.AcceptedAt,
            row.FinishedAt,
            hasResult ? row.ResultGeneration : null,
            hasResult ? row.EngineVersion : null,
            row.Summary,
            row.Failure,
            StalenessOf(row, current),
            StatusLinks.Of(row.Id, hasResult));
    }

    /// <summary>Null where there is no result, or nobody can tell.</summary>
    public static Staleness? StalenessOf(ScenarioRow row, SituationVersion? current) => row.Result is not null && current is not null
        ? new Staleness(row.EngineVersion != Engine.EngineVersion.Current, current.Hash != row.Situation.Hash)
        : null;

    /// <summary>
    /// Changes with what a caller waits for, not with a worker's signs of life, and when the result grows stale. Changes depend on the first part alone.
    /// </summary>
    public static string ETagOf(ScenarioRow row, Staleness? stale)
    {
        var state = string.Create(CultureInfo.InvariantCulture, $"{row.Generation}|{row.Status}");
        var age = stale is null ? "" : $"-{(stale.Engine ? "engine" : "")}{(stale.Situation ? "situation" : "")}";
        return $"\"{XxHash3.HashToUInt64(Encoding.ASCII.GetBytes(state)):x16}{age}\"";
    }

    /// <summary>The part of a tag that stands for the run and its status.</summary>
    public static string StateIn(string etag) => etag.Trim('"').Split('-')[0];
}

/// <summary>
/// What has moved on since the result: a rerun uses today's engine; today's situation is what the inputs meet when they are submitted again.
/// </summary>
public sealed record Staleness(bool Engine, bool Situation);

/// <param name="Impacts">Absent until there are any, as is the report.</param>
public sealed record StatusLinks(string Self, string Inputs, string? Impacts, string? Report)
{
    public static StatusLinks Of(Guid id, bool hasResult) => hasResult
        ? new(Addresses.Scenario(id), Addresses.Inputs(id), Addresses.Impacts(id), Addresses.Report(id))
        : new(Addresses.Scenario(id), Addresses.Inputs(id), null, null);
}
