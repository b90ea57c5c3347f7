using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests;

/// <summary>With every range a point, durability and measures are what the definitions say, computed one by one.</summary>
public sealed class HoldingAgreementTests
{
    /// <summary>
    /// Relative to 1 + the number's size: odds multiplied here, logarithms added there, and up to twelve years of both.
    /// </summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void Survival_is_that_of_the_definitions() => ForAll((reference, situation, evaluation) =>
    {
        var report = evaluation.Durability!.Value!;
        foreach (var year in report.Survival)
        {
            var expected = reference.Survival(year.Year);
            Assert.All([year.Mean, year.Median, year.Low80, year.High80], estimate => Same(expected, estimate.Value));
        }

        foreach (var period in report.Periods)
        {
            Same(reference.BaseHazard(period.FromYear), period.BaseHazard);
            Same(reference.Hazard(period.ToYear), period.Hazard.Value);
            Same(Math.Log(reference.Hazard(period.FromYear) / (1 - reference.Hazard(period.FromYear))), period.LogOdds.Value);
        }

        Assert.Equal(situation.Hazard!.Factors.Count, report.Factors.Count);
        Assert.All(report.Factors, part =>
            Same(Math.Log(reference.Factor(situation.Hazard.Factors.Single(f => f.Id == part.Factor))), part.Part.Value));
    });

    [Fact]
    public void Measures_are_those_of_the_definitions() => ForAll((reference, situation, evaluation) =>
    {
        var report = evaluation.Measures!;
        Assert.Equal(situation.Measures.Legality.Select(reference.IsLawful), (report.Legality.Value ?? []).Select(test => test.Lawful.Value == 1));
        if (situation.Measures.Subordination is not null)
        {
            var subordination = report.Subordination.Value!;
            Same(reference.Subordination(), subordination.Mean.Value);
            Same(reference.Subordination(), subordination.High80.Value);
            Assert.All(subordination.Principals.Concat(subordination.Others), s => Same(reference.Distance(s.Stakeholder), s.Distance.Value));
        }

        if (situation.Measures.OutcomePair is not { } pair)
        {
            return;
        }

        Assert.Equal(Math.Max(pair.Short.Year, pair.Long.Year) > evaluation.Horizon, report.OutcomePair.Value is null);
        if (report.OutcomePair.Value is { } counted)
        {
            Agree(reference.Beyond(pair.Short), counted.Short.Probability.Value);
            Agree(reference.Beyond(pair.Long), counted.Long.Probability.Value);
            Assert.Equal(counted.Short.Probability.Value * counted.Long.Probability.Value, counted.Both.Value);
        }
    });

    [Fact]
    public void No_valid_document_gives_a_number_that_is_none() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var report = Build.Evaluate(situation, scenario);
            Assert.NotEmpty(Json.Of(report)); // refuses NaN and infinities
            Assert.All(report.Durability!.Value!.Survival, year => Assert.InRange(year.Mean.Value, 0, 1));
        },
        iter: Effort.Of(200),
        threads: 1);

    /// <summary>A level at the threshold but for rounding may count on either side.</summary>
    private static void Agree(double beyond, double probability)
    {
        if (beyond == 0 || Math.Abs(beyond) > Rounding)
        {
            Assert.Equal(beyond >= 0 ? 1 : 0, probability);
        }
    }

    private static void ForAll(Action<HoldingReference, Situation, Evaluation> holds) => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed);
            var asked = scenario with { Draws = 20, Analyses = [Analysis.Durability, Analysis.Measures] };
            var reference = new ScalarReference(situation, scenario);
            holds(new HoldingReference(reference.Situation, reference, scenario.BaseClass), situation, Build.Evaluate(situation, asked));
        },
        iter: Effort.Of(500),
        threads: 1);

    private static void Same(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= Rounding * (1 + Math.Abs(expected)), $"{actual:R} should be {expected:R}");
}
