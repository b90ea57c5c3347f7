using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>A sweep for which something is to be done: it is looked at from time to time, lest a message of it is lost.</summary>
/// <param name="NextLook">When it is looked at next.</param>
/// <param name="Looks">How often it was looked at without anything having happened in between.</param>
/// <param name="Done">Chunks that were done at the last look.</param>
/// <param name="Traceparent">The trace that it belongs to, also when messages of it are lost.</param>
public sealed record SweepOutboxRow(Guid Id, DateTimeOffset NextLook, int Looks = 0, int Done = 0, string? Traceparent = null, ETag ETag = default) : IOutboxRow<SweepOutboxRow>
{
    private const double FirstWaitMinutes = 0.5;

    /// <summary>True from the fifth look in a row on, which comes after a quarter of an hour.</summary>
    public bool IsLong => Looks >= 4;

    public static SweepOutboxRow For(Guid id, DateTimeOffset now) => new(id, now.AddMinutes(FirstWaitMinutes), Traceparent: Activity.Current?.Id);

    /// <summary>Soon while it goes on; after 1, 2, 4 … minutes where nothing happens.</summary>
    public SweepOutboxRow LookedAt(DateTimeOffset now, int done, int longestWaitMinutes)
    {
        var looks = done > Done ? 0 : Looks + 1;
        return this with { Looks = looks, Done = done, NextLook = now.AddMinutes(Math.Min(FirstWaitMinutes * Math.Pow(2, looks), longestWaitMinutes)) };
    }

    public static string DueAt(DateTimeOffset now) => TableClient.CreateQueryFilter($"NextLook le {now}");

    public static TableEntity Write(SweepOutboxRow row) => new(Keys.Shard(row.Id), Keys.Outbox(row.Id))
    {
        ["Id"] = row.Id,
        ["NextLook"] = row.NextLook,
        ["Looks"] = row.Looks,
        ["Done"] = row.Done,
        ["Traceparent"] = row.Traceparent,
    };

    public static SweepOutboxRow Read(TableEntity entity) => new(
        entity.GetGuid("Id")!.Value,
        entity.GetDateTimeOffset("NextLook")!.Value,
        entity.GetInt32("Looks")!.Value,
        entity.GetInt32("Done")!.Value,
        entity.GetString("Traceparent"),
        entity.ETag);
}
