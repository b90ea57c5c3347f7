using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Parley.Engine.Scenarios;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>Where a scenario stands.</summary>
/// <param name="EngineVersion">Of the result; absent until there is one.</param>
/// <param name="Problem">Why it failed; absent unless it did.</param>
/// <param name="Stale">Absent until there is a result.</param>
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
    string? EngineVersion,
    Summary? Summary,
    Failure? Problem,
    Staleness? Stale,
    StatusLinks Links)
{
    /// <param name="current">The situation's current version; not looked at until there is a result.</param>
    public static StatusAnswer Of(ScenarioRow row, SituationVersion? current)
    {
        var succeeded = row.Status == ScenarioStatus.Succeeded;
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
            succeeded ? row.EngineVersion : null,
            row.Summary,
            row.Failure,
            succeeded ? new Staleness(row.EngineVersion != Engine.EngineVersion.Current, current?.Hash != row.Situation.Hash) : null,
            StatusLinks.Of(row.Id, row.Status));
    }

    /// <summary>Changes with what a caller waits for, not with a worker's signs of life.</summary>
    public static string ETagOf(ScenarioRow row)
    {
        var state = string.Create(CultureInfo.InvariantCulture, $"{row.Generation}|{row.Status}");
        return $"\"{XxHash3.HashToUInt64(Encoding.ASCII.GetBytes(state)):x16}\"";
    }
}

/// <summary>What has moved on since the result: running the scenario again may give another one.</summary>
public sealed record Staleness(bool Engine, bool Situation);

/// <param name="Impacts">Absent until there are any, as is the report.</param>
public sealed record StatusLinks(string Self, string Inputs, string? Impacts, string? Report)
{
    public static StatusLinks Of(Guid id, ScenarioStatus status) => status == ScenarioStatus.Succeeded
        ? new(Addresses.Scenario(id), Addresses.Inputs(id), Addresses.Impacts(id), Addresses.Report(id))
        : new(Addresses.Scenario(id), Addresses.Inputs(id), null, null);
}
