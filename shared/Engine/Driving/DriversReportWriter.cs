using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;

namespace Parley.Engine.Driving;

/// <summary>Turns what a sample left behind into the report that is stored and read.</summary>
internal sealed class DriversReportWriter(DrivingPlan plan, DrivingSums sums, InputWording wording)
{
    /// <summary>Inputs that are listed.</summary>
    private const int Listed = 20;

    /// <summary>Draws that a yes-or-no output needs on either side; with fewer an index is the story of a handful of draws.</summary>
    private const int FewestOnASide = 20;

    /// <summary>A standard deviation below this share of 1 + |mean| is rounding.</summary>
    private const double Rounding = 1e-12;

    public DriversReport Write(int threads, CancellationToken cancellation)
    {
        var resamples = new Resamples(plan.Seed, plan.Resamples);
        var indices = Enumerable.Range(0, plan.Given.Count).Select(o => new SobolIndices(sums.Sobol[o], plan.Sample.PointsPerBlock, resamples)).ToArray();
        var reasons = plan.Given.Select((output, o) => Reason(output, o, indices[o])).ToArray();
        var ranked = Enumerable.Range(0, plan.Given.Count)
            .Select(o => reasons[o] is null ? plan.Reaching(plan.Given[o]).OrderByDescending(i => Settled.Of(indices[o].Total(i))).ToArray() : []).ToArray();
        var boxes = new BoxSearch(plan, sums, wording, [.. ranked.Select(inputs => inputs.Take(Listed).ToArray())]);
        boxes.Draw(threads, cancellation);
        return new DriversReport(plan.Sample.Points, plan.Resamples, Work(), [.. plan.Outputs.Select(output =>
        {
            var o = plan.Given.ToList().IndexOf(output);
            var reason = o < 0 ? output.Reason : reasons[o];
            return new OutputDrivers(output.Output, output.Name, reason is null
                ? new Answer<Drivers>(Write(o, indices[o], ranked[o], boxes.Report(o, cancellation)), null)
                : new Answer<Drivers>(null, reason));
        })]);
    }

    private Drivers Write(int o, SobolIndices indices, int[] ranked, Answer<BoxesReport> boxes)
    {
        var sum = indices.FirstOf(ranked);
        return new Drivers(
            indices.Mean,
            indices.Variance,
            plan.All.Count,
            ranked.Length,
            sum,
            new IndexEstimate(1 - sum.Value, sum.StandardError, 1 - sum.High95, 1 - sum.Low95),
            [.. ranked.Take(Listed).Select(i => new InputIndices(Describe(i), indices.FirstOf([i]), indices.TotalOf([i])))],
            new RestIndices(Math.Max(0, ranked.Length - Listed), indices.FirstOf([.. ranked.Skip(Listed)]), indices.TotalOf([.. ranked.Skip(Listed)])),
            [.. ranked.Select(i => (Input: i, Swing: sums.Tornado[o].Swing(i)))
                .OrderByDescending(each => Settled.Size(each.Swing)).Take(Listed).Select(each => Bar(o, each.Input, each.Swing))],
            boxes);
    }

    private TornadoBar Bar(int o, int i, Estimate swing) => new(
        Describe(i), plan.Inputs[i].At(TornadoSums.LowQuantile), plan.Inputs[i].At(1 - TornadoSums.LowQuantile), sums.Tornado[o].Low(i), sums.Tornado[o].High(i), swing);

    private InputDescription Describe(int i) => wording.Describe(plan.Inputs[i].Judgement);

    private string? Reason(BoundOutput output, int o, SobolIndices indices)
    {
        var draws = 2 * plan.Sample.Points;
        var noes = sums.A[o].Concat(sums.B[o]).Count(value => value == 0);
        if (output.IsYesOrNo && Math.Min(noes, draws - noes) < FewestOnASide)
        {
            return TooFew(draws - noes, noes);
        }

        return Math.Sqrt(indices.Variance.Value) > Rounding * (1 + Math.Abs(indices.Mean.Value))
            ? null
            : "It is the same number in every draw, so that nothing drives it.";
    }

    private static string TooFew(int yeses, int noes) => yeses == 0 || noes == 0
        ? $"It comes about in {(yeses == 0 ? "none" : "all")} of the draws of this analysis, so that nothing can be said about what drives it."
        : $"It {(yeses < noes ? "comes about" : "fails")} in so few of the draws of this analysis that nothing can be said about what drives it.";

    /// <summary>Counted, not measured, so that it is the same for any number of threads.</summary>
    private DrivingWork Work()
    {
        var (points, tornado) = ((long)plan.Sample.Points, (long)plan.TornadoChunks * DrawMatrix.Capacity);
        var changes = points + (2 * tornado);
        var partial = plan.Inputs.Sum(input => (long)input.Reached.Count);
        var (whole, nodes) = (3 * points, (long)plan.Graph.Nodes.Count);
        return new DrivingWork(
            whole + (changes * plan.Inputs.Count),
            (whole * nodes) + (changes * partial),
            changes * ((plan.Inputs.Count * nodes) - partial));
    }
}
