using System.Numerics.Tensors;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Sampling;
using Parley.Engine.Valuing;

namespace Parley.Engine.Measuring;

/// <summary>Statistics of how far the deal lies from the ideal points of either side.</summary>
internal sealed class SubordinationStatistics
{
    private const int Principals = 0;
    private const int Others = 1;
    private const int Index = 2;

    /// <summary>In scale lengths: distances are quotients of sums, so a deal half way is off by a few units of the last place.</summary>
    private const double Rounding = 1e-12;

    private readonly Model model;
    private readonly BoundSides sides;
    private readonly Spread spread;
    private readonly DrawMatrix means = new(3);
    private readonly DrawMatrix scratch = new(2);
    private readonly int first;
    private readonly int closer;
    private readonly int distances;

    public SubordinationStatistics(Model model, BoundSides sides, int drawsPerBlock, Statistics statistics)
    {
        this.model = model;
        this.sides = sides;
        first = statistics.Reserve(3);
        closer = statistics.Reserve();
        distances = statistics.Reserve(sides.Principals.Count + sides.Others.Count);
        End = statistics.Count;
        spread = new Spread(1, drawsPerBlock, statistics);
    }

    /// <summary>One past the last of the sums that become means.</summary>
    public int End { get; }

    public void Observe(DrawMatrix draws, BatchTally tally)
    {
        means.Draws = scratch.Draws = draws.Draws;
        Average(draws, sides.Principals, distances, means.Numbers(Principals), tally);
        Average(draws, sides.Others, distances + sides.Principals.Count, means.Numbers(Others), tally);
        var index = means.Numbers(Index);
        TensorPrimitives.Subtract<double>(means.Numbers(Others), means.Numbers(Principals), index);
        for (var row = Principals; row <= Index; row++)
        {
            tally.AddSum(first + row, means.Numbers(row));
        }

        tally.AddCountAbove(Rounding, closer, index);
        spread.Observe(0, tally.Batch.Start, index);
    }

    /// <param name="place">Of the block, among those that go together.</param>
    public void EndBlock(int place, Span<double> tally) => spread.EndBlock(place, tally);

    /// <summary>Place of the mean.</summary>
    public int Mean => first + Index;

    /// <summary>The first block's numbers, draw by draw.</summary>
    public ReadOnlySpan<double> Draws => spread.Draws(0);

    public SubordinationReport Report(Tally tally) => new(
        [.. sides.Principals.Select((s, place) => Distance(tally, s, place))],
        [.. sides.Others.Select((s, place) => Distance(tally, s, sides.Principals.Count + place))],
        tally[first + Principals],
        tally[first + Others],
        tally[first + Index],
        tally[spread.Median(0)],
        tally[spread.Low80(0)],
        tally[spread.High80(0)],
        tally[closer]);

    private StakeholderDistance Distance(Tally tally, int s, int place) =>
        new(model.Stakeholders[s].Id, model.Stakeholders[s].Name, tally[distances + place]);

    private void Average(DrawMatrix draws, IReadOnlyList<int> side, int places, Span<double> mean, BatchTally tally)
    {
        mean.Clear();
        for (var place = 0; place < side.Count; place++)
        {
            IdealDistance.Write(draws, model.Stakeholders[side[place]], model.Worlds[Model.Deal], scratch[0], scratch[1]);
            var distance = scratch.Numbers(1);
            tally.AddSum(places + place, distance);
            TensorPrimitives.Add<double>(mean, distance, mean);
        }

        TensorPrimitives.Divide(mean, side.Count, mean);
    }
}
