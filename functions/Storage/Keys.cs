using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Functions.Storage;

/// <summary>Every partition and row key, built here and nowhere else. What users write never enters one unencoded.</summary>
public static class Keys
{
    /// <summary>Partitions that scenarios are spread over; a listing reads all of them.</summary>
    public const int ShardCount = 16;

    /// <summary>Partition that holds the ids of all situations. No situation has this id: ids are letters, digits and hyphens.</summary>
    public const string SituationIds = "|ids";

    /// <summary>The one partition of the dead letters, which are few.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>In a situation's partition: which of its versions is current.</summary>
    public const string CurrentSituation = "c|";

    /// <summary>In a situation's partition: which content the product came with when it was last started.</summary>
    public const string ShippedSituation = "s|";

    /// <summary>In a caller's partition: what was taken of what evaluations may cost.</summary>
    public const string CostAllowance = "cost";

    public static IReadOnlyList<string> Shards { get; } = [.. Enumerable.Range(0, ShardCount).Select(Shard)];

    /// <summary>In a sweep's partition of chunks: what all of them come to.</summary>
    public const string SweepSummary = "s|";

    public static KeyRange OutboxRange { get; } = KeyRange.Of("o");

    public static KeyRange ListingRange { get; } = KeyRange.Of("t");

    public static KeyRange ChunkRange { get; } = KeyRange.Of("c");

    public static KeyRange SituationVersions { get; } = KeyRange.Of("v");

    // Of the id's bytes by a published hash: the same for every process and version of .NET.
    public static string Shard(Guid id) => Shard((int)(XxHash3.HashToUInt64(id.ToByteArray(bigEndian: true)) % ShardCount));

    /// <summary>In the tables of scenarios and of sweeps alike.</summary>
    public static string Submission(Guid id) => $"s|{id}";

    /// <summary>A partition for each sweep.</summary>
    public static string SweepChunks(Guid id) => $"{id}";

    public static string Chunk(int number) => $"c|{number:D6}";

    /// <summary>Chunks from one number up to but without another.</summary>
    public static KeyRange Chunks(int from, int before) => new(Chunk(from), Chunk(before));

    /// <summary>Rises as time goes back, so that the newest comes first.</summary>
    public static string Listing(DateTimeOffset acceptedAt, Guid id) => $"{Listing(acceptedAt)}|{id}";

    /// <summary>What was accepted at that very moment.</summary>
    public static KeyRange ListingAt(DateTimeOffset moment) => KeyRange.Of(Listing(moment));

    public static string Outbox(Guid id) => $"o|{id}";

    /// <summary>Rises with time, so that the oldest come first.</summary>
    public static string Tombstone(DateTimeOffset deletedAt, Guid id) => $"{Tombstone(deletedAt)}|{id}";

    public static KeyRange TombstonesBefore(DateTimeOffset deletedAt) => new("d|", Tombstone(deletedAt));

    /// <summary>Of which scenario a listing row or a tombstone is.</summary>
    /// <exception cref="InvalidDataException">It is the key of no such row.</exception>
    public static Guid IdOf(string rowKey) => Guid.TryParse(rowKey.AsSpan(rowKey.LastIndexOf('|') + 1), out var id)
        ? id
        : throw new InvalidDataException($"No row has the key {rowKey}.");

    public static string Evaluations(Guid id) => $"{id}";

    public static KeyRange Generation(int generation) => KeyRange.Of($"{generation:D6}");

    /// <summary>All generations up to this one.</summary>
    public static KeyRange GenerationsUpTo(int generation) => new("", Generation(generation).Before);

    public static KeyRange Attempt(int generation, string attempt) => KeyRange.Of($"{generation:D6}|{attempt}");

    public static KeyRange Report(int generation, string attempt) => KeyRange.Of($"{generation:D6}|{attempt}|report");

    public static string Report(int generation, string attempt, int part) => $"{generation:D6}|{attempt}|report|{part:D3}";

    public static string Stakeholder(int generation, string attempt, string stakeholder) =>
        $"{generation:D6}|{attempt}|stakeholder|{stakeholder}";

    public static string Effect(int generation, string attempt, string effect, string horizon) =>
        $"{generation:D6}|{attempt}|effect|{effect}|{horizon}";

    /// <summary>Falls as the number rises, so that the newest version is the first row.</summary>
    public static string SituationVersion(int number) => $"v|{int.MaxValue - number:D10}";

    /// <exception cref="InvalidDataException">It is the key of no version.</exception>
    public static int VersionNumberOf(string rowKey) => int.TryParse(rowKey.AsSpan("v|".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var rest)
        ? int.MaxValue - rest
        : throw new InvalidDataException($"No version has the key {rowKey}.");

    /// <summary>A month's comparisons. Those of months before are never looked for again, and are purged.</summary>
    public static string Comparisons(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Of a caller's hash: a principal may hold what no key may, and storage need not tell who has asked.</summary>
    public static string Allowances(string caller) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caller)));

    public static string SituationHash(string hash) => $"h|{hash}";

    /// <summary>A run that nothing could be done for is the same dead letter for the same reason, whatever else its messages say.</summary>
    public static string DeadLetter(Guid scenario, int generation, string reason) => DeadLetter($"{scenario} {generation} {reason}");

    /// <summary>The same of a sweep, or of one chunk of it.</summary>
    public static string DeadLetter(Guid sweep, int? chunk, string reason) => DeadLetter($"{sweep} chunk {chunk} {reason}");

    /// <summary>The same message is the same dead letter, however often it is received.</summary>
    public static string DeadLetter(string message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)));

    private static string Listing(DateTimeOffset acceptedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"t|{DateTime.MaxValue.Ticks - acceptedAt.UtcTicks:D19}");

    private static string Tombstone(DateTimeOffset deletedAt) => string.Create(CultureInfo.InvariantCulture, $"d|{deletedAt.UtcTicks:D19}");

    private static string Shard(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
