using Azure;
using Parley.Engine.Scenarios;

namespace Parley.Functions.Storage;

/// <summary>A submitted scenario: what was accepted, and where it stands.</summary>
/// <param name="Fingerprint">Of the submission; tells a repeated request from another one under the same key.</param>
/// <param name="Generation">Raised by every new run that somebody asks for; one result each.</param>
/// <param name="Claims">How often a worker has begun with this generation.</param>
/// <param name="Owner">The attempt that holds the lease; empty when none does.</param>
/// <param name="LeaseUntil">When the owner counts as gone.</param>
/// <param name="LastError">An unexpected error of an attempt of this generation; empty when there was none.</param>
/// <param name="Attempt">The attempt whose rows are the result; empty until there is one.</param>
/// <param name="EngineVersion">Of the result; empty until there is one.</param>
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
    ETag ETag = default)
{
    public bool IsLeasedAt(DateTimeOffset now) => Status == ScenarioStatus.Running && Owner.Length > 0 && LeaseUntil > now;
}
