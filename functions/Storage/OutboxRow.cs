using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>A scenario that has not come to its end: should its message be lost, it is sent again.</summary>
/// <param name="NextSend">When its message counts as lost.</param>
/// <param name="Sends">How often it was sent again.</param>
/// <param name="Traceparent">The trace that the run belongs to, also when its first message is lost.</param>
public sealed record OutboxRow(Guid Id, int Generation, DateTimeOffset NextSend, int Sends = 0, string? Traceparent = null, ETag ETag = default) : IOutboxRow<OutboxRow>
{
    /// <summary>Minutes until a message counts as lost for the first time; doubled with every sending.</summary>
    public const int FirstWaitMinutes = 2;

    /// <summary>For a message that is sent for the first time now.</summary>
    public static OutboxRow For(Guid id, int generation, DateTimeOffset now) =>
        new(id, generation, now.AddMinutes(FirstWaitMinutes), Traceparent: Activity.Current?.Id);

    public OutboxRow SentAt(DateTimeOffset now, int longestWaitMinutes)
    {
        var sends = Sends + 1;
        var wait = Math.Min(FirstWaitMinutes * Math.Pow(2, sends), longestWaitMinutes);
        return this with { Sends = sends, NextSend = now.AddMinutes(wait) };
    }

    public static string DueAt(DateTimeOffset now) => TableClient.CreateQueryFilter($"NextSend le {now}");

    public static TableEntity Write(OutboxRow row) => new(Keys.Shard(row.Id), Keys.Outbox(row.Id))
    {
        ["Id"] = row.Id,
        ["Generation"] = row.Generation,
        ["NextSend"] = row.NextSend,
        ["Sends"] = row.Sends,
        ["Traceparent"] = row.Traceparent,
    };

    public static OutboxRow Read(TableEntity entity) => new(
        entity.GetGuid("Id")!.Value,
        entity.GetInt32("Generation")!.Value,
        entity.GetDateTimeOffset("NextSend")!.Value,
        entity.GetInt32("Sends")!.Value,
        entity.GetString("Traceparent"),
        entity.ETag);
}
