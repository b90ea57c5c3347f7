using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Where a chunk stands for which a worker has begun.</summary>
/// <param name="EngineVersion">Of its numbers; empty until there are any.</param>
/// <param name="Claims">How often a worker has begun.</param>
/// <param name="Owner">Who is at it, or has done it; empty when nobody is.</param>
/// <param name="LeaseUntil">When the owner counts as gone.</param>
/// <param name="LastError">An unexpected error; empty when there was none.</param>
/// <param name="SentAgainAt">When it was last asked for again because its worker had fallen silent; null or long ago when that was not so since it was claimed.</param>
public sealed record SweepChunk(
    Guid Sweep,
    int Number,
    string EngineVersion = "",
    int Claims = 0,
    string Owner = "",
    DateTimeOffset? LeaseUntil = null,
    string LastError = "",
    DateTimeOffset? SentAgainAt = null,
    ETag ETag = default) : ILeased<SweepChunk>
{
    public static IReadOnlyList<string> State { get; } = ["PartitionKey", "RowKey", "Number", "EngineVersion", "SentAgainAt", .. Columns.OfLeases];

    public bool HasNumbers => EngineVersion.Length > 0;

    /// <summary>False for numbers of another engine, be it older or that of a deployment still under way: all variants of a sweep are to be of one.</summary>
    public bool IsDone => EngineVersion == Engine.EngineVersion.Current;

    /// <summary>True for numbers of an engine that is being deployed, or was taken back again.</summary>
    public bool IsOfNewerEngine =>
        int.TryParse(EngineVersion, CultureInfo.InvariantCulture, out var version) && version > int.Parse(Engine.EngineVersion.Current, CultureInfo.InvariantCulture);

    public bool IsLeasedAt(DateTimeOffset now) => !IsDone && Owner.Length > 0 && LeaseUntil > now;

    /// <summary>True when its worker has fallen silent, and it was not asked for again since.</summary>
    public bool IsLostAt(DateTimeOffset now) => !IsDone && Owner.Length > 0 && LeaseUntil <= now && !(SentAgainAt >= LeaseUntil);

    /// <summary>True when a worker of another engine has claimed it since, to replace its numbers.</summary>
    public bool IsClaimedOver => IsDone && Owner.Length > 0 && LeaseUntil is not null;

    /// <summary>True while that worker may be alive.</summary>
    public bool IsReplacedAt(DateTimeOffset now) => IsClaimedOver && LeaseUntil > now;

    public bool IsHeldBy(string owner) => !IsDone && Owner == owner;

    public bool IsEndedBy(string owner) => IsDone && Owner == owner;

    // A time, since a merge writes no null: one that is kept would hide the loss of a worker whose clock is behind.
    public SweepChunk Claimed(string owner, DateTimeOffset until) =>
        this with { Owner = owner, LeaseUntil = until, Claims = Claims + 1, SentAgainAt = DateTimeOffset.UnixEpoch };

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
            ["SentAgainAt"] = chunk.SentAgainAt,
        };
        entity.WriteLease(chunk);
        return entity;
    }

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static SweepChunk Read(Guid sweep, TableEntity entity) => entity.Read(columns => ReadColumns(sweep, columns));

    /// <exception cref="InvalidDataException">It is not the one that its key names.</exception>
    public static int NumberOf(TableEntity entity) => entity.Read(columns => columns.GetInt32("Number")!.Value) is var number && Keys.Chunk(number) == entity.RowKey
        ? number
        : throw new InvalidDataException($"The row {entity.RowKey} says that it is chunk {number}.");

    private static SweepChunk ReadColumns(Guid sweep, TableEntity entity) => new(
        sweep,
        NumberOf(entity),
        entity.GetString("EngineVersion") ?? throw new InvalidDataException("It has no engine's version."),
        entity.GetInt32("Claims")!.Value,
        entity.GetString("Owner"),
        entity.GetDateTimeOffset("LeaseUntil"),
        entity.GetString("LastError"),
        entity.GetDateTimeOffset("SentAgainAt"),
        entity.ETag);
}
