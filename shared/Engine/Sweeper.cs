using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Engine;

/// <summary>The engine's door for many variants of one scenario.</summary>
public static class Sweeper
{
    /// <summary>
    /// Evaluates some variants. A variant's numbers are a pure function of the documents, whichever others are evaluated with it, and
    /// equal those of <see cref="Evaluator"/> for the variant as a scenario up to rounding (about ten digits).
    /// </summary>
    /// <param name="situation">A checked situation.</param>
    /// <param name="sweep">A sweep checked against it.</param>
    /// <param name="first">Number of the first variant.</param>
    /// <param name="count">How many, at least one.</param>
    /// <param name="cancellation">Looked at before every variant.</param>
    /// <exception cref="ArgumentException">The documents do not fit together, draws is not a positive multiple of 20, or there are no such variants.</exception>
    /// <exception cref="EngineFaultException">Something is wrong with the engine.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static VariantNumbers Evaluate(Situation situation, Sweep sweep, int first, int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sweep.Draws, LatinHypercube.Blocks, nameof(sweep));
        ArgumentOutOfRangeException.ThrowIfNotEqual(sweep.Draws % LatinHypercube.Blocks, 0, nameof(sweep));
        var variants = new Variants(sweep);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, variants.Count);
        var runner = new VariantRunner(situation, sweep, variants);
        return EngineFaultException.Locate("the sample", () => runner.Run(first, count, cancellation));
    }

    /// <summary>What can be told while variants are missing: extremes, means and shares of those that are there.</summary>
    /// <param name="parts">Digests of different variants, at least one, in the order of their numbers.</param>
    /// <param name="variants">Those of the sweep, where they are at hand; else they are made.</param>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static SweepSummary Summarise(Situation situation, Sweep sweep, IReadOnlyList<SweepDigest> parts, Variants? variants = null) =>
        new SummaryWriter(situation, sweep, variants ?? new Variants(sweep)).Write(SweepDigest.Merged(parts));

    /// <summary>
    /// Everything: also the Pareto front over the outputs, and for each output boxes of terms in which it fails
    /// (PRIM: Friedman &amp; Fisher 1999; for discovering scenarios: Bryant &amp; Lempert 2010).
    /// </summary>
    /// <param name="parts">Digests of all variants, in the order of their numbers.</param>
    /// <param name="outputs">The sweep's outputs, a row each, a column a variant.</param>
    /// <exception cref="ArgumentException">The documents do not fit together, or variants are missing.</exception>
    /// <exception cref="EngineFaultException">Something is wrong with the engine.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SweepSummary Summarise(
        Situation situation, Sweep sweep, IReadOnlyList<SweepDigest> parts, IReadOnlyList<double[]> outputs, CancellationToken cancellation)
    {
        var digest = SweepDigest.Merged(parts);
        ArgumentOutOfRangeException.ThrowIfNotEqual(digest.Variants, (int)(Variants.CountOf(sweep) ?? 0), nameof(parts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputs.Count, sweep.Outputs.Count, nameof(outputs));
        if (outputs.Any(row => row.Length != digest.Variants))
        {
            throw new ArgumentException("Variants are missing.", nameof(outputs));
        }

        var writer = new SummaryWriter(situation, sweep, new Variants(sweep));
        return EngineFaultException.Locate("the summary", () => writer.Write(digest, [.. outputs], cancellation));
    }

    /// <summary>What a sweep's outputs are, in words, with their units.</summary>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static IReadOnlyList<string> OutputNames(Situation situation, Sweep sweep) => [.. BoundSweep.Of(situation, sweep).Outputs.Select(output => output.Name)];

    /// <summary>Why the situation cannot give an output; null where it can.</summary>
    public static string? Refusal(Situation situation, QuantityOfInterest of) => of switch
    {
        QuantityOfInterest.OfSurvival when situation.Hazard is null => DurabilityWording.NoHazard,
        QuantityOfInterest.OfSubordination when situation.Measures.Subordination is null => MeasureWording.NoSides,
        _ => null,
    };
}
