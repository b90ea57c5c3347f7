using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Where a chunk stands for which a worker has begun.</summary>
/// <param name="EngineVersion">Of its numbers; empty until there are any.</param>
/// <param name="Claims">How often a worker has begun.</param>
/// <param name="Owner">Who is at it, or has done it; empty when nobody is.</param>
/// <param name="LeaseUntil">When the owner counts as gone.</param>
/// <param name="LastError">An unexpected error; empty when there was none.</param>
public sealed record SweepChunk(
    Guid Sweep,
    int Number,
    string EngineVersion = "",
    int Claims = 0,
    string Owner = "",
    DateTimeOffset? LeaseUntil = null,
    string LastError = "",
    ETag ETag = default) : ILeased<SweepChunk>
{
    public static IReadOnlyList<string> State { get; } = ["PartitionKey", "RowKey", "Number", "EngineVersion", .. Columns.OfLeases];

    public bool HasNumbers => EngineVersion.Length > 0;

    /// <summary>False for numbers of another engine, be it older or that of a deployment still under way: all variants of a sweep are to be of one.</summary>
    public bool IsDone => EngineVersion == Engine.EngineVersion.Current;

    public bool IsLeasedAt(DateTimeOffset now) => !IsDone && Owner.Length > 0 && LeaseUntil > now;

    /// <summary>True when its worker has fallen silent.</summary>
    public bool IsLostAt(DateTimeOffset now) => !IsDone && Owner.Length > 0 && LeaseUntil <= now;

    /// <summary>True while a worker of another engine is about to replace its numbers.</summary>
    public bool IsReplacedAt(DateTimeOffset now) => IsDone && Owner.Length > 0 && LeaseUntil > now;

    public bool IsHeldBy(string owner) => !IsDone && Owner == owner;

    public bool IsEndedBy(string owner) => IsDone && Owner == owner;

    public SweepChunk Claimed(string owner, DateTimeOffset until) => this with { Owner = owner, LeaseUntil = until, Claims = Claims + 1 };

    public SweepChunk Renewed(DateTimeOffset until) => this with { LeaseUntil = until };

    public SweepChunk GivenBack() => this with { Owner = "" };

    public SweepChunk Noting(string error) => this with { LastError = error };

    public SweepChunk Done() => this with { EngineVersion = Engine.EngineVersion.Current, LeaseUntil = null, LastError = "" };

    /// <summary>Without the numbers, which a merge leaves as they are.</summary>
    public static TableEntity Write(SweepChunk chunk)
    {
        var entity = new TableEntity(Keys.SweepChunks(chunk.Sweep), Keys.Chunk(chunk.Number))
        {
            ["Number"] = chunk.Number,
            ["EngineVersion"] = chunk.EngineVersion,
        };
        entity.WriteLease(chunk);
        return entity;
    }

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static SweepChunk Read(Guid sweep, TableEntity entity) => entity.Read(columns => ReadColumns(sweep, columns));

    private static SweepChunk ReadColumns(Guid sweep, TableEntity entity) => new(
        sweep,
        entity.GetInt32("Number")!.Value,
        entity.GetString("EngineVersion") ?? throw new InvalidDataException("It has no engine's version."),
        entity.GetInt32("Claims")!.Value,
        entity.GetString("Owner"),
        entity.GetDateTimeOffset("LeaseUntil"),
        entity.GetString("LastError"),
        entity.ETag);
}
