using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>A submitted sweep: what was accepted, and where it stands.</summary>
/// <param name="Fingerprint">Of the submission; tells a repeated request from another one under the same key.</param>
/// <param name="Variants">How many there are.</param>
/// <param name="VariantsPerChunk">How many are evaluated together; the last chunk may have fewer.</param>
/// <param name="Claims">How often a worker has begun to hand it out or, once that is done, to summarise.</param>
/// <param name="Owner">Who summarises, or has brought it to its end; empty when nobody does or has.</param>
/// <param name="LeaseUntil">When the owner counts as gone.</param>
/// <param name="LastError">An unexpected error in either; empty when there was none.</param>
/// <param name="EngineVersion">Of the result, or of the engine that was current when it ended without one; empty until it has ended.</param>
/// <param name="Stop">Names the request that cancelled or deleted it; null when none has.</param>
/// <param name="ETag">The state of the row that was read; every change is made on condition of it.</param>
public sealed record SweepRow(
    Guid Id,
    string Title,
    SituationVersion Situation,
    string Fingerprint,
    double Cost,
    int Variants,
    int VariantsPerChunk,
    DateTimeOffset AcceptedAt,
    ScenarioStatus Status = ScenarioStatus.Accepted,
    int Claims = 0,
    string Owner = "",
    DateTimeOffset? LeaseUntil = null,
    string LastError = "",
    string EngineVersion = "",
    DateTimeOffset? FinishedAt = null,
    Failure? Failure = null,
    Guid? Stop = null,
    ETag ETag = default) : ISubmittedRow<SweepRow>, ILeased<SweepRow>
{
    public static string Noun => "sweep";

    public static IReadOnlyList<string> State => SweepColumns.State;

    /// <summary>Whose numbers its readers see: all are of one engine, as those of the result are.</summary>
    public string EngineOfNumbers => EngineVersion.Length > 0 ? EngineVersion : Engine.EngineVersion.Current;

    public int Chunks => (Variants + VariantsPerChunk - 1) / VariantsPerChunk;

    public int FirstOf(int chunk) => chunk * VariantsPerChunk;

    public int CountOf(int chunk) => Math.Min(VariantsPerChunk, Variants - FirstOf(chunk));

    /// <summary>True while a worker that may be alive summarises.</summary>
    public bool IsLeasedAt(DateTimeOffset now) => Status.IsOpen() && Owner.Length > 0 && LeaseUntil > now;

    public bool IsHeldBy(string owner) => Status == ScenarioStatus.Running && Owner == owner;

    public bool IsEndedBy(string owner) => Status.HasEnded() && Owner == owner;

    public SweepRow Claimed(string owner, DateTimeOffset until) =>
        this with { Status = ScenarioStatus.Running, Owner = owner, LeaseUntil = until, Claims = Claims + 1 };

    public SweepRow Renewed(DateTimeOffset until) => this with { LeaseUntil = until };

    public SweepRow GivenBack() => this with { Owner = "" };

    public SweepRow Noting(string error) => this with { LastError = error };

    public SweepRow With(ETag etag) => this with { ETag = etag };

    public static TableEntity Write(SweepRow row) => SweepColumns.Write(row);

    public static TableEntity WriteListing(SweepRow row) => SweepColumns.WriteListing(row);

    public static SweepRow Read(TableEntity entity) => SweepColumns.Read(entity);
}
