using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>A sweep for which something is to be done: it is looked at from time to time, lest a message of it is lost.</summary>
/// <param name="NextLook">When it is looked at next.</param>
/// <param name="QuietSince">When it was last seen to go on, or to wait in a deep queue.</param>
/// <param name="MovedAt">When it was last seen to go on.</param>
/// <param name="Looks">How often it was looked at since.</param>
/// <param name="Done">Chunks that were done at the last look.</param>
/// <param name="Traceparent">The trace that it belongs to, also when messages of it are lost.</param>
public sealed record SweepOutboxRow(
    Guid Id, DateTimeOffset NextLook, DateTimeOffset QuietSince, DateTimeOffset MovedAt, int Looks = 0, int Done = 0, string? Traceparent = null, ETag ETag = default) : IOutboxRow<SweepOutboxRow>
{
    private const double FirstWaitMinutes = 0.5;
    private static readonly TimeSpan LongQuiet = TimeSpan.FromMinutes(15);

    public static SweepOutboxRow For(Guid id, DateTimeOffset now) => new(id, now.AddMinutes(FirstWaitMinutes), now, now, Traceparent: Activity.Current?.Id);

    /// <summary>True when nothing has happened to it for a quarter of an hour.</summary>
    public bool IsStalledAt(DateTimeOffset now) => now - QuietSince >= LongQuiet;

    /// <summary>True when a deep queue may still be why nothing happens to it: for so long what it asked for may wait in there.</summary>
    public bool MayWaitAt(DateTimeOffset now, int longestWaitMinutes) => now - MovedAt < TimeSpan.FromMinutes(longestWaitMinutes);

    /// <summary>Soon while it goes on, or waits; after 1, 2, 4 … minutes where nothing happens.</summary>
    /// <param name="isWaiting">What it asked for waits in a deep queue: that it does not go on says nothing.</param>
    public SweepOutboxRow LookedAt(DateTimeOffset now, int done, bool isWaiting, int longestWaitMinutes)
    {
        var looks = isWaiting || done > Done ? 0 : Looks + 1;
        return this with
        {
            Looks = looks,
            Done = done,
            QuietSince = looks == 0 ? now : QuietSince,
            MovedAt = done > Done ? now : MovedAt,
            NextLook = now.AddMinutes(Math.Min(FirstWaitMinutes * Math.Pow(2, looks), longestWaitMinutes)),
        };
    }

    public static string DueAt(DateTimeOffset now) => TableClient.CreateQueryFilter($"NextLook le {now}");

    public static TableEntity Write(SweepOutboxRow row) => new(Keys.Shard(row.Id), Keys.Outbox(row.Id))
    {
        ["Id"] = row.Id,
        ["NextLook"] = row.NextLook,
        ["QuietSince"] = row.QuietSince,
        ["MovedAt"] = row.MovedAt,
        ["Looks"] = row.Looks,
        ["Done"] = row.Done,
        ["Traceparent"] = row.Traceparent,
    };

    public static SweepOutboxRow Read(TableEntity entity) => new(
        entity.GetGuid("Id")!.Value,
        entity.GetDateTimeOffset("NextLook")!.Value,
        entity.GetDateTimeOffset("QuietSince") ?? entity.GetDateTimeOffset("NextLook")!.Value, // Earlier versions wrote neither.
        entity.GetDateTimeOffset("MovedAt") ?? entity.GetDateTimeOffset("NextLook")!.Value,
        entity.GetInt32("Looks")!.Value,
        entity.GetInt32("Done")!.Value,
        entity.GetString("Traceparent"),
        entity.ETag);
}
