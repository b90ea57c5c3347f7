using Parley.Engine.Driving;
using Parley.Engine.Situations;

namespace Parley.Engine.Sweeping;

/// <summary>Turns variants' numbers into what is told about them.</summary>
internal sealed class SummaryWriter
{
    /// <summary>Members of the front that are told.</summary>
    private const int MostListed = 1_000;

    private readonly Sweep sweep;
    private readonly Variants variants;
    private readonly BoundSweep bound;
    private readonly int outputs;

    public SummaryWriter(Situation situation, Sweep sweep, Variants variants)
    {
        (this.sweep, this.variants) = (sweep, variants);
        bound = BoundSweep.Of(situation, sweep);
        outputs = sweep.Outputs.Count;
    }

    public SweepSummary Write(SweepDigest digest) => new(
        digest.Variants,
        [.. sweep.Outputs.Select((output, o) => Output(output, bound.Outputs[o], digest.Quantities[o], digest.Variants))],
        [.. bound.Model.Stakeholders.Select((stakeholder, s) => new StakeholderSummary(
            stakeholder.Id, stakeholder.Name, stakeholder.Role, Highest(digest.Quantities[outputs + s]), Lowest(digest.Quantities[outputs + s])))],
        null);

    /// <param name="rows">Outputs of all variants, a row each.</param>
    public SweepSummary Write(SweepDigest digest, double[][] rows, CancellationToken cancellation)
    {
        var boxes = new FailureBoxes(bound.Model, sweep, variants);
        var summary = Write(digest);
        return summary with
        {
            Outputs = [.. summary.Outputs.Select((output, o) => output with { Boxes = boxes.Find([.. rows[o].Select(output.Output.IsFailing)], cancellation) })],
            Front = Front(rows, cancellation),
        };
    }

    private OutputSummary Output(SweepOutput output, BoundOutput named, QuantityDigest digest, int count)
    {
        var (best, worst) = output.Wants == Direction.More ? (Highest(digest), Lowest(digest)) : (Lowest(digest), Highest(digest));
        return new OutputSummary(output, named.Name, digest.Sum / count, best, worst, (double)digest.Failing / count, null);
    }

    private ParetoSummary Front(double[][] rows, CancellationToken cancellation)
    {
        double[][] objectives = [.. rows.Select((row, o) => sweep.Outputs[o].Wants == Direction.More ? row : [.. row.Select(value => -value)])];
        var front = ParetoFront.Of(objectives, cancellation);
        var listed = Math.Min(front.Count, MostListed);
        return new ParetoSummary(
            front.Count,
            [
                .. Enumerable.Range(0, listed)
                    .Select(i => front[listed == 1 ? 0 : (int)((long)i * (front.Count - 1) / (listed - 1))])
                    .Select(v => new ParetoVariant(v, variants.Terms(v), [.. rows.Select(row => row[v])])),
            ]);
    }

    private VariantValue Highest(QuantityDigest digest) => new(digest.HighestIn, variants.Terms(digest.HighestIn), digest.Highest);

    private VariantValue Lowest(QuantityDigest digest) => new(digest.LowestIn, variants.Terms(digest.LowestIn), digest.Lowest);
}
