using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests.Sweeping;

/// <summary>A variant of a sweep says what an evaluation of it as a scenario says.</summary>
public sealed class VariantAgreementTests
{
    /// <summary>The same draws, added up in another order; relative to 1 + the number's size.</summary>
    private const double Rounding = 1e-9;

    [Theory]
    [InlineData(200)] // Blocks of 10 draws, all 20 together.
    [InlineData(1_000)] // Five blocks of 50 together.
    [InlineData(6_000)] // A block of 300 in two pieces.
    public void A_variant_has_the_means_and_errors_of_its_evaluation(int draws) => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            VariedTerm[] varied =
            [
                new VariedTerm.Ranged(situation.Issues[0].Id, 0, 100, 3),
                .. situation.Issues.Skip(1).Take(1).Select(issue => new VariedTerm.Listed(issue.Id, [10, 60])),
            ];
            var sweep = Sweeps.Of(scenario, new SweepDesign.Grid(), varied, [.. Sweeps.AllOutputs(situation, scenario)]) with { Draws = draws };
            var numbers = Sweeps.All(situation, sweep);
            var number = seed % numbers.Count;
            var expected = Build.Evaluate(situation, new Variants(sweep).Scenario(number) with { Analyses = Scenario.DefaultAnalyses });
            for (var o = 0; o < sweep.Outputs.Count; o++)
            {
                var (value, error) = Expected(expected, sweep.Outputs[o].Of);
                Close(value, numbers.Means[o][number]);
                Close(error, numbers.Errors[o][number]);
            }

            for (var s = 0; s < situation.Stakeholders.Count; s++)
            {
                Close(expected.Impacts![s].NoDeal.Mean.Value, numbers.Means[sweep.Outputs.Count + s][number]);
            }
        },
        iter: Effort.Of(draws > 1_000 ? 10 : 50),
        threads: 1);

    [Fact]
    public void Which_variants_are_evaluated_together_changes_no_bit()
    {
        var (situation, scenario) = RandomDocuments.Make(7, uncertain: true);
        var sweep = Sweeps.Of(
            scenario,
            new SweepDesign.LatinHypercube(23, 5),
            [.. situation.Issues.Select(issue => new VariedTerm.Ranged(issue.Id, 0, 100, null))],
            [.. Sweeps.AllOutputs(situation, scenario)]);
        var whole = Sweeps.All(situation, sweep);
        foreach (var size in new[] { 1, 5, 22 })
        {
            for (var first = 0; first < whole.Count; first += size)
            {
                var part = Sweeper.Evaluate(situation, sweep, first, Math.Min(size, whole.Count - first), TestContext.Current.CancellationToken);
                Assert.Equal(first, part.First);
                for (var q = 0; q < whole.Means.Count; q++)
                {
                    Assert.Equal(whole.Means[q][first..(first + part.Count)], part.Means[q]);
                    Assert.Equal(whole.Errors[q][first..(first + part.Count)], part.Errors[q]);
                }
            }
        }
    }

    [Fact]
    public void A_variant_at_the_terms_of_the_status_quo_has_no_impact_against_it()
    {
        var situation = Build.Situation([Build.Issue("a")], [Build.Stakeholder("s", Build.Preference("a", Build.Range(60, 70, 90), Build.Range(10, 20, 30)))]);
        var output = new SweepOutput(new QuantityOfInterest.OfImpact("s", ImpactBaseline.StatusQuo, 10), Direction.More);
        var sweep = Sweeps.Of(Build.Scenario(("a", Build.Point(0))), new SweepDesign.Grid(), [new VariedTerm.Listed("a", [0, 50, 100])], output);

        Assert.Equal(0, Sweeps.All(situation, sweep).Means[0][1]);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var (situation, scenario) = RandomDocuments.Make(3, uncertain: true);
        var output = new SweepOutput(new QuantityOfInterest.OfAcceptance(null), Direction.More);
        Sweep With(VariedTerm term, int draws = 200) => Sweeps.Of(scenario, new SweepDesign.Grid(), [term], output) with { Draws = draws };
        var fine = new VariedTerm.Listed(situation.Issues[0].Id, [1, 2]);
        Assert.ThrowsAny<ArgumentException>(() => Sweeps.All(situation, With(fine, draws: 210)));
        Assert.ThrowsAny<ArgumentException>(() => Sweeps.All(situation, With(new VariedTerm.Listed("nowhere", [1]))));
        Assert.ThrowsAny<ArgumentException>(() => Sweeps.All(situation, With(new VariedTerm.Ranged(situation.Issues[0].Id, 0, 1, null))));
        Assert.ThrowsAny<ArgumentException>(() => Sweeper.Evaluate(situation, With(fine), 1, 2, TestContext.Current.CancellationToken));
        Assert.ThrowsAny<ArgumentException>(() => Sweeper.Evaluate(situation, With(fine), -1, 1, TestContext.Current.CancellationToken));
    }

    private static (double Value, double Error) Expected(Evaluation evaluation, QuantityOfInterest of)
    {
        var estimate = of switch
        {
            QuantityOfInterest.OfImpact impact => evaluation.Impacts!.Single(i => i.Stakeholder == impact.Stakeholder) is var found
                && impact.Against == ImpactBaseline.NoDeal ? found.NoDeal.Mean : found.StatusQuo.Mean,
            QuantityOfInterest.OfAcceptance { Stakeholder: { } id } => evaluation.Acceptance!.Stakeholders.Single(s => s.Stakeholder == id).Probability,
            QuantityOfInterest.OfAcceptance => evaluation.Acceptance!.Joint,
            QuantityOfInterest.OfEffect effect => evaluation.Effects!.Single(e => e.Effect == effect.Effect).Long.Mean,
            QuantityOfInterest.OfSurvival => evaluation.Durability!.Value!.Survival[^1].Mean,
            _ => evaluation.Measures!.Subordination.Value!.Mean,
        };
        return (estimate.Value, estimate.StandardError);
    }

    private static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= Rounding * (1 + Math.Abs(expected)), $"{actual:R} should be {expected:R}");
}
