using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Engine.Tests.Sweeping;

/// <summary>Sweeps over made-up documents.</summary>
internal static class Sweeps
{
    public static Sweep Of(Scenario scenario, SweepDesign design, IReadOnlyList<VariedTerm> varied, params SweepOutput[] outputs) =>
        new("Made up", scenario, varied, design, 200, outputs);

    /// <summary>Everything that a variant can be asked for.</summary>
    public static IEnumerable<SweepOutput> AllOutputs(Situation situation, Scenario scenario)
    {
        QuantityOfInterest[] quantities =
        [
            .. situation.Stakeholders.SelectMany(s => new QuantityOfInterest[]
            {
                new QuantityOfInterest.OfImpact(s.Id, ImpactBaseline.NoDeal, scenario.Horizon),
                new QuantityOfInterest.OfImpact(s.Id, ImpactBaseline.StatusQuo, scenario.Horizon),
                new QuantityOfInterest.OfAcceptance(s.Id),
            }),
            new QuantityOfInterest.OfAcceptance(null),
            .. situation.Effects.Select(e => new QuantityOfInterest.OfEffect(e.Id, scenario.Horizon)),
            .. situation.Hazard is null ? [] : new[] { new QuantityOfInterest.OfSurvival(scenario.Horizon) },
            .. situation.Measures.Subordination is null ? [] : new[] { new QuantityOfInterest.OfSubordination() },
        ];
        return quantities.Select(of => new SweepOutput(of, Direction.More));
    }

    public static VariantNumbers All(Situation situation, Sweep sweep) =>
        Sweeper.Evaluate(situation, sweep, 0, new Variants(sweep).Count, TestContext.Current.CancellationToken);

    public static SweepSummary Summary(Situation situation, Sweep sweep)
    {
        var numbers = All(situation, sweep);
        return Sweeper.Summarise(
            situation, sweep, [SweepDigest.Of(sweep, numbers)], [.. numbers.Means.Take(sweep.Outputs.Count)], TestContext.Current.CancellationToken);
    }
}
