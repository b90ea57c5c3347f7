namespace Parley.Benchmarks.Scale;

/// <summary>
/// Prices in US dollars, pay as you go, locally redundant, inputs: compute from an article of May 2025,
/// the others from memory, none checked against a price list or a bill.
/// </summary>
internal sealed record Prices
{
    public double TableTransactions10K { get; init; } = 0.00036;

    public double QueueOperations10K { get; init; } = 0.004;

    public double TableGigabyteMonth { get; init; } = 0.045;

    /// <summary>Flex Consumption, on demand, without the monthly grant.</summary>
    public double GigabyteSecond { get; init; } = 0.000026;

    public double MillionExecutions { get; init; } = 0.40;

    /// <summary>Taken in by Log Analytics.</summary>
    public double LogGigabyte { get; init; } = 2.76;
}
