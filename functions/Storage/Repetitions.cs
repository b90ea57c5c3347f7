using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>What an outbox row knows of the messages that were sent again because somebody repeated a request.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Next">When there may be another one.</param>
internal readonly record struct Repetitions(int Count, DateTimeOffset Next)
{
    private const double FirstWaitSeconds = 10;

    public static IReadOnlyList<string> Columns { get; } = ["Repetitions", "NextRepetition"];

    /// <summary>The first comes at once, since the message may never have been sent; then 10, 20, 40 … seconds go by.</summary>
    public Repetitions After(DateTimeOffset now, int longestWaitMinutes)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(FirstWaitSeconds * Math.Pow(2, Count), 60.0 * longestWaitMinutes));
        return new Repetitions(Count + 1, now + wait);
    }

    public TableEntity Write(Guid id) => new(Keys.Shard(id), Keys.Outbox(id))
    {
        ["Repetitions"] = Count,
        ["NextRepetition"] = Next,
    };

    public static Repetitions Read(TableEntity entity) =>
        new(entity.GetInt32("Repetitions") ?? 0, entity.GetDateTimeOffset("NextRepetition") ?? DateTimeOffset.MinValue);
}
