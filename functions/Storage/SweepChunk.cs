using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Where a chunk stands for which a worker has begun.</summary>
/// <param name="EngineVersion">Of its numbers; empty until there are any.</param>
/// <param name="Claims">How often a worker has begun.</param>
/// <param name="Owner">Who is at it; empty when nobody is.</param>
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
    ETag ETag = default)
{
    public static IReadOnlyList<string> State { get; } = ["Number", "EngineVersion", "Claims", "Owner", "LeaseUntil", "LastError"];

    public bool HasNumbers => EngineVersion.Length > 0;

    /// <summary>False for numbers of an older engine: all variants of a sweep are to be of one.</summary>
    public bool IsDone => HasNumbers && Age(EngineVersion) >= Age(Engine.EngineVersion.Current);

    public bool IsLeasedAt(DateTimeOffset now) => !IsDone && Owner.Length > 0 && LeaseUntil > now;

    /// <summary>True when its worker has fallen silent.</summary>
    public bool IsLostAt(DateTimeOffset now) => !IsDone && Owner.Length > 0 && LeaseUntil <= now;

    /// <summary>Without the numbers, which a merge leaves as they are.</summary>
    public static TableEntity Write(SweepChunk chunk) => new(Keys.SweepChunks(chunk.Sweep), Keys.Chunk(chunk.Number))
    {
        ["Number"] = chunk.Number,
        ["EngineVersion"] = chunk.EngineVersion,
        ["Claims"] = chunk.Claims,
        ["Owner"] = chunk.Owner,
        ["LeaseUntil"] = chunk.LeaseUntil,
        ["LastError"] = chunk.LastError,
    };

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static SweepChunk Read(Guid sweep, TableEntity entity)
    {
        try
        {
            return ReadColumns(sweep, entity);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException($"The row {entity.RowKey} of the sweep {sweep} cannot be read.", unreadable);
        }
    }

    private static SweepChunk ReadColumns(Guid sweep, TableEntity entity) => new(
        sweep,
        entity.GetInt32("Number")!.Value,
        entity.GetString("EngineVersion"),
        entity.GetInt32("Claims")!.Value,
        entity.GetString("Owner"),
        entity.GetDateTimeOffset("LeaseUntil"),
        entity.GetString("LastError"),
        entity.ETag);

    private static int Age(string version) => int.Parse(version, CultureInfo.InvariantCulture);
}
