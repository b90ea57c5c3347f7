using Parley.Engine.Binding;
using Parley.Engine.Driving;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Driving.DrivenDocuments;

namespace Parley.Engine.Tests.Driving;

/// <summary>
/// The indices of a document with every kind of input against the same sample evaluated point by point through the engine's
/// door, every judgement decided: no graph, no row computed again, no shared code but the estimators.
/// </summary>
public sealed class BruteForceTests
{
    private const int Points = 256;

    [Fact]
    public void Indices_are_those_of_whole_evaluations_at_every_point()
    {
        var scenario = Uncertain.Asking(Points, Impact);
        var plan = new DrivingPlan(Tangled, scenario);
        var (a, b) = (Uniform(plan, "a"), Uniform(plan, "b"));
        var (ofA, ofB) = (Evaluate(plan, a), Evaluate(plan, b));
        var sums = new SobolSums(plan.Inputs.Count, 0);
        Observe((block, at) => sums.Observe(block, ofA[at], ofB[at]));
        for (var i = 0; i < plan.Inputs.Count; i++)
        {
            var row = plan.Inputs[i].Judgement.Row;
            var changed = Evaluate(plan, a.ToDictionary(each => each.Key, each => each.Key == row ? b[row] : each.Value));
            Observe((block, at) => sums.Observe(block, i, ofA[at], ofB[at], changed[at]));
        }

        var expected = new SobolIndices(sums, Points / BlockedSample.Blocks, new Resamples(scenario.Seed, 100));
        var drivers = Only(Tangled, scenario);
        Assert.Equal(expected.Mean.Value, drivers.Mean.Value, 1e-9);
        Assert.Equal(expected.Variance.Value, drivers.Variance.Value, 1e-9);
        Assert.Equal(plan.Inputs.Count, drivers.Largest.Count);
        foreach (var index in drivers.Largest)
        {
            int[] place = [plan.Inputs.ToList().FindIndex(input => input.Judgement.Pointer == index.Input.Pointer)];
            Assert.Equal(expected.FirstOf(place).Value, index.First.Value, 1e-9);
            Assert.Equal(expected.FirstOf(place).Low95, index.First.Low95, 1e-9);
            Assert.Equal(expected.TotalOf(place).Value, index.Total.Value, 1e-9);
            Assert.True(index.Total.Value > 0, index.Input.Pointer);
        }
    }

    private static void Observe(Action<int, Range> observe)
    {
        const int size = Points / BlockedSample.Blocks;
        for (var block = 0; block < BlockedSample.Blocks; block++)
        {
            observe(block, (block * size)..((block + 1) * size));
        }
    }

    /// <summary>The sample's uniform draws by row, redrawn from their keys.</summary>
    private static Dictionary<int, double[]> Uniform(DrivingPlan plan, string sample) => plan.Graph.Model.Quantities.Judgements.ToDictionary(j => j.Row, j =>
    {
        var row = new double[Points];
        Observe((block, at) => LatinHypercube.Fill(SampleKey.Of(plan.Seed, $"drivers/{sample}{j.Pointer}"), block, row.AsSpan(at)));
        return row;
    });

    private static double[] Evaluate(DrivingPlan plan, Dictionary<int, double[]> uniform) => [.. Enumerable.Range(0, Points).Select(n =>
    {
        var values = plan.Graph.Model.Quantities.Judgements.Where(j => j.Range is not null).ToDictionary(j => j.Pointer, j => Value(j, uniform, n));
        var decided = Uncertain with
        {
            Draws = 20,
            Analyses = [Analysis.Impacts],
            Terms = [.. Uncertain.Terms.Select(t => t with { Value = values[$"/terms/{t.Issue}"] })],
            Overrides = [.. values.Where(v => !v.Key.StartsWith("/terms", StringComparison.Ordinal)).Select(v => new Override(v.Key, v.Value))],
        };
        return Build.Evaluate(Tangled, decided).Impacts![0].NoDeal.Mean.Value;
    })];

    /// <summary>The inverse of a triangular distribution function, after the Gaussian copula where a factor is followed.</summary>
    private static TriangularRange Value(Judgement judgement, Dictionary<int, double[]> uniform, int n)
    {
        var (range, u) = (judgement.Range!, uniform[judgement.Row][n]);
        if (range.Factor is { } factor)
        {
            var score = NormalDistribution.Quantile(uniform[judgement.FactorRow][n]);
            u = NormalDistribution.Cdf((factor.Loading * score) + (Math.Sqrt(1 - (factor.Loading * factor.Loading)) * NormalDistribution.Quantile(u)));
        }

        var (width, rise) = (range.High - range.Low, range.Mode - range.Low);
        return Point(u < rise / width
            ? range.Low + Math.Sqrt(u * width * rise)
            : range.High - Math.Sqrt((1 - u) * width * (range.High - range.Mode)));
    }
}
