using Azure;
using Azure.Data.Tables;
using Parley.Engine.Scenarios;

namespace Parley.Functions.Storage;

/// <summary>A submitted scenario: what was accepted, and where it stands.</summary>
/// <param name="Fingerprint">Of the submission; tells a repeated request from another one under the same key.</param>
/// <param name="Generation">Raised by every new run that somebody asks for; one result each.</param>
/// <param name="Claims">How often a worker has begun with this generation.</param>
/// <param name="Owner">The attempt that holds the lease, or has ended it as Failed; empty when none does or has.</param>
/// <param name="LeaseUntil">When the owner counts as gone.</param>
/// <param name="LastError">An unexpected error of an attempt of this generation, for administrators; empty when there was none.</param>
/// <param name="Attempt">The attempt whose rows are the result, the last one there was; empty until there is one.</param>
/// <param name="ResultGeneration">The run that gave the result: an earlier one while a new run has not succeeded; 0 until there is a result.</param>
/// <param name="EngineVersion">Of the result; empty until there is one.</param>
/// <param name="FinishedAt">When this generation ended, or the scenario was deleted.</param>
/// <param name="Summary">Of the result.</param>
/// <param name="Stop">Names the request that cancelled or deleted it; null when none has.</param>
/// <param name="ETag">The state of the row that was read; every change is made on condition of it.</param>
public sealed record ScenarioRow(
    Guid Id,
    string Title,
    ScenarioKind Kind,
    SituationVersion Situation,
    string Fingerprint,
    double Cost,
    DateTimeOffset AcceptedAt,
    ScenarioStatus Status = ScenarioStatus.Accepted,
    int Generation = 1,
    int Claims = 0,
    string Owner = "",
    DateTimeOffset? LeaseUntil = null,
    string LastError = "",
    string Attempt = "",
    string EngineVersion = "",
    DateTimeOffset? FinishedAt = null,
    Summary? Summary = null,
    Failure? Failure = null,
    int ResultGeneration = 0,
    Guid? Stop = null,
    ETag ETag = default) : ISubmittedRow<ScenarioRow>, ILeased<ScenarioRow>
{
    public static string Noun => "scenario";

    public static IReadOnlyList<string> State => ScenarioColumns.State;

    /// <summary>Whose rows are the result; null until there is one.</summary>
    public AttemptId? Result => Attempt.Length > 0 ? new AttemptId(Id, ResultGeneration, Attempt) : null;

    /// <summary>True while a worker that may be alive is at it, even one that has not heard yet that it was stopped.</summary>
    public bool IsLeasedAt(DateTimeOffset now) =>
        (Status == ScenarioStatus.Running || Status.IsStopping()) && Owner.Length > 0 && LeaseUntil > now;

    public bool IsHeldBy(string owner) => Status == ScenarioStatus.Running && Owner == owner;

    public bool IsEndedBy(string owner) => Attempt == owner || (Status == ScenarioStatus.Failed && Owner == owner);

    public ScenarioRow Claimed(string owner, DateTimeOffset until) =>
        this with { Status = ScenarioStatus.Running, Owner = owner, LeaseUntil = until, Claims = Claims + 1 };

    public ScenarioRow Renewed(DateTimeOffset until) => this with { LeaseUntil = until };

    /// <summary>Its lease is over for everybody, however far behind a clock is: a time, since a merge writes no null.</summary>
    public ScenarioRow Ended(DateTimeOffset now) => this with { LeaseUntil = DateTimeOffset.UnixEpoch, FinishedAt = now };

    public ScenarioRow GivenBack() => this with { Status = ScenarioStatus.Accepted, Owner = "" };

    public ScenarioRow Noting(string error) => this with { LastError = error };

    public ScenarioRow With(ETag etag) => this with { ETag = etag };

    public static TableEntity Write(ScenarioRow row) => ScenarioColumns.Write(row);

    public static TableEntity WriteListing(ScenarioRow row) => ListingColumns.Write(row);

    public static ScenarioRow Read(TableEntity entity) => ScenarioColumns.Read(entity);
}
