using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests;

/// <summary>With every range a point, the engine says what the definitions say, computed one by one.</summary>
public sealed class AgreementTests
{
    /// <summary>
    /// Relative to 1 + the number's size. Sums of a few dozen terms in another order, tanh and powers of another library:
    /// a few hundred units of the last place.
    /// </summary>
    private const double Rounding = 1e-12;

    private static readonly int Documents = Effort.Of(500);

    [Fact]
    public void Impacts_are_those_of_the_definitions() => ForAll((reference, situation, horizons, evaluation) =>
    {
        foreach (var (party, impact) in situation.Stakeholders.Zip(evaluation.Impacts!))
        {
            foreach (var (against, isNoDeal) in new[] { (impact.NoDeal, true), (impact.StatusQuo, false) })
            {
                var expected = reference.Contributions(party, isNoDeal, horizons.Long);
                Same(expected, [.. against.Contributions.Select(c => c.Mean.Value)]);
                Same(expected.Sum(), against.Mean.Value);
                Same(expected.Sum(), against.Median.Value);
                Same(expected.Sum(), against.Low80.Value);
                Same(expected.Sum(), against.High80.Value);
                Same(reference.Contributions(party, isNoDeal, horizons.Short).Sum(), against.ShortHorizonMean.Value);
                Assert.Equal(ScalarReference.PartIds(party), against.Contributions.Select(c => c.Id));
                Assert.Equal(expected.Sum() > Rounding ? 1 : 0, against.ProbabilityOfGain.Value);
                Assert.True(against.Mean.StandardError < Rounding);
            }
        }
    });

    [Fact]
    public void Effects_are_those_of_the_definitions() => ForAll((reference, situation, horizons, evaluation) =>
    {
        foreach (var effect in evaluation.Effects!)
        {
            Assert.Equal(Enumerable.Range(1, horizons.Long), effect.Trajectory.Select(level => level.Year));
            foreach (var level in effect.Trajectory.Append(effect.Short).Append(effect.Long))
            {
                var expected = reference.Level(effect.Effect, level.Year);
                Same([expected, expected, expected, expected], [level.Mean.Value, level.Median.Value, level.Low80.Value, level.High80.Value]);
            }

            Same(reference.AgainstNoDeal(effect.Effect), effect.AgainstNoDeal.Value);
        }
    });

    [Fact]
    public void Paths_are_those_of_the_definitions_and_with_the_remainder_add_up_to_the_level() => ForAll((reference, situation, horizons, evaluation) =>
    {
        foreach (var effect in evaluation.Effects!)
        {
            // Beyond 400 paths the engine follows no more; the rest is then part of the remainder.
            var expected = reference.Paths(effect.Effect);
            if (expected.Count > 400)
            {
                continue;
            }

            // Parts that pull both ways leave the rounding of their sizes, not of their sum.
            var level = reference.Level(effect.Effect, horizons.Long);
            var sum = effect.Unexplained + expected.Sum(path => path.Part);
            var size = 1 + expected.Sum(path => Math.Abs(path.Part));
            Assert.True(Math.Abs(level - sum) <= Rounding * size, $"{sum:R} should be {level:R}");
            Assert.Equal(Math.Min(5, expected.Count), effect.Paths.Count);
            var largest = expected.OrderByDescending(path => Math.Abs(path.Part)).Take(5).Select(path => Math.Abs(path.Part));
            // The largest to nine decimals, as the engine orders whatever it lists; what they are is exact, below.
            Assert.All(largest.Zip(effect.Paths), pair => Assert.Equal(pair.First, Math.Abs(pair.Second.Contribution.Value), 1e-9));
            foreach (var path in effect.Paths)
            {
                Assert.Contains(expected, one => one.Links == string.Join(' ', path.Links) && Near(one.Part, path.Contribution.Value));
            }
        }
    });

    [Fact]
    public void Acceptance_and_the_reason_of_a_refusal_are_those_of_the_definitions() => ForAll((reference, situation, horizons, evaluation) =>
    {
        var accepted = situation.Stakeholders.Select(party => reference.Refusal(party) is null).ToArray();
        foreach (var (party, acceptance) in situation.Stakeholders.Zip(evaluation.Acceptance!.Stakeholders))
        {
            var refusal = reference.Refusal(party);
            Assert.Equal(refusal is null ? 1 : 0, acceptance.Probability.Value);
            if (refusal is { } reason)
            {
                Assert.Equal([(reason.Kind, reason.Id, 1.0)], acceptance.Blocking.Select(b => (b.Kind.ToString(), b.Id, b.Share.Value)));
            }
            else
            {
                Assert.Empty(acceptance.Blocking);
            }
        }

        var joint = situation.Stakeholders.All(party => party.Role != StakeholderRole.Veto || reference.Refusal(party) is null);
        Assert.Equal(joint ? 1 : 0, evaluation.Acceptance.Joint.Value);
    });

    private static void ForAll(Action<ScalarReference, Situation, (int Short, int Long), Evaluation> holds)
    {
        var held = 0;
        Gen.Int.Positive.Sample(
            seed =>
            {
                var (situation, scenario) = RandomDocuments.Make(seed);
                var reference = new ScalarReference(situation, scenario);
                if (reference.Amplifies())
                {
                    return;
                }

                holds(reference, reference.Situation, (scenario.ShortHorizon, scenario.Horizon), Build.Evaluate(situation, scenario with { Draws = 20 }));
                held++;
            },
            iter: Documents,
            threads: 1);
        Assert.True(held > Documents * 3 / 4, $"only {held} of {Documents} documents were fit to compare");
    }

    private static void Same(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (one, other) in expected.Zip(actual))
        {
            Same(one, other);
        }
    }

    private static void Same(double expected, double actual) => Assert.True(Near(expected, actual), $"{actual:R} should be {expected:R}");

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= Rounding * (1 + Math.Abs(expected));
}
