namespace Parley.Benchmarks.Scale;

/// <summary>
/// Azure as the model takes it: published targets of Storage, and what could not be measured here. Every number is an input; the tables of
/// infra/azure/CAPACITY.md say where each is from.
/// </summary>
internal sealed record Limits
{
    /// <summary>Operations a second on one queue; sending, taking and deleting a message are three.</summary>
    public double QueuePerSecond { get; init; } = 2_000;

    /// <summary>Entities a second in one partition of a table.</summary>
    public double PartitionPerSecond { get; init; } = 2_000;

    /// <summary>Requests a second to one account.</summary>
    public double AccountPerSecond { get; init; } = 20_000;

    /// <summary>Partitions over which the rows of scenarios are spread: <c>Keys.ShardCount</c>.</summary>
    public int Shards { get; init; } = 16;

    public int Accounts { get; init; } = 1;

    /// <summary>What a transaction counts for at the account: 1, or the entities in it, which is the cautious reading.</summary>
    public bool CountsEntities { get; init; }

    /// <summary>Seconds that a call takes in the same region, without waiting: an assumption.</summary>
    public double CallSeconds { get; init; } = 0.006;

    /// <summary>Cores of one instance.</summary>
    public int Cores { get; init; } = 1;
}
