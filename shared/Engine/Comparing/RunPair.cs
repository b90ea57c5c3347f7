using System.Numerics.Tensors;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;

namespace Parley.Engine.Comparing;

/// <summary>Two runs side by side: the d-th draw of a block is the same state of what both share.</summary>
internal sealed class RunPair
{
    private const int Higher = 0;
    private const int Equal = 1;
    private const int Lower = 2;
    private const int Shares = 3;

    private readonly IReadOnlyList<ComparedQuantity> quantities;
    private readonly double[] difference;
    private readonly Spread spread;
    private readonly Tally tally;
    private readonly int shares;

    public RunPair(ScenarioRun first, ScenarioRun second, IReadOnlyList<ComparedQuantity> quantities, int drawsPerBlock)
    {
        First = first;
        Second = second;
        this.quantities = quantities;
        difference = new double[drawsPerBlock];
        var statistics = new Statistics();
        shares = statistics.Reserve(quantities.Count * Shares);
        spread = new Spread(quantities.Count, drawsPerBlock, statistics);
        tally = new Tally(statistics.Count);
    }

    public ScenarioRun First { get; }

    public ScenarioRun Second { get; }

    /// <summary>Takes the differences of the block that both runs have just done.</summary>
    public void EndBlock(int block)
    {
        var statistics = tally.Block(block);
        for (var q = 0; q < quantities.Count; q++)
        {
            TensorPrimitives.Subtract(quantities[q].Draws(First.Worker), quantities[q].Draws(Second.Worker), difference);
            spread.Observe(q, 0, difference);
            Count(quantities[q].Rounding, statistics.Slice(shares + (q * Shares), Shares));
        }

        spread.EndBlock(0, statistics);
    }

    public SpreadDifference Spread(int quantity)
    {
        var mean = Mean(quantities[quantity].Mean);
        return new SpreadDifference(
            mean.First,
            mean.Second,
            mean.Difference,
            tally[spread.Median(quantity)],
            tally[spread.Low80(quantity)],
            tally[spread.High80(quantity)],
            Share(quantity, Higher),
            Share(quantity, Equal),
            Share(quantity, Lower));
    }

    /// <summary>A mean or share that both runs have.</summary>
    public MeanDifference Mean(Func<BlockWorker, int> place) => Mean(place(First.Worker), place(Second.Worker));

    /// <summary>A mean or share by its places, which is 0 where a run has none.</summary>
    public MeanDifference Mean(int? first, int? second)
    {
        Span<double> blocks = stackalloc double[LatinHypercube.Blocks];
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            blocks[block] = At(First, block, first) - At(Second, block, second);
        }

        return new MeanDifference(
            first is { } one ? First.Tally[one] : default,
            second is { } other ? Second.Tally[other] : default,
            Tally.OverBlocks(blocks));
    }

    private static double At(ScenarioRun run, int block, int? place) => place is { } known ? run.Tally[block, known] : 0;

    private Estimate Share(int quantity, int which) => tally[shares + (quantity * Shares) + which];

    private void Count(double rounding, Span<double> counts)
    {
        foreach (var number in difference)
        {
            counts[number > rounding ? Higher : number < -rounding ? Lower : Equal]++;
        }

        TensorPrimitives.Divide(counts, difference.Length, counts);
    }
}
