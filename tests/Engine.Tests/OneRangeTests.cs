using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests;

/// <summary>
/// With one uncertain number every mean is an integral over it, which the scalar reference gives point by point. The
/// engine's stratified mean of n points cannot be off by more than V/n, V being how much the quantity goes up and down.
/// </summary>
public sealed class OneRangeTests
{
    /// <summary>Even steps of the value, of a tenth of a point.</summary>
    private const int Steps = 600;

    private const int GridPoints = 1_500;
    private const int Draws = 10_000;
    private const double Rounding = 1e-9;

    private static readonly bool[] AgainstNoDeal = [true, false];
    private static readonly TriangularRange Uncertain = Range(20, 30, 80);

    [Fact]
    public void Means_and_shares_are_integrals_over_an_uncertain_term() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed);
            var terms = scenario.Terms.Where(t => t.Issue != "issue-0").ToArray();
            Check(situation, value => scenario with { Terms = [.. terms, new Term("issue-0", value, true, null)] }, s => s);
        },
        iter: Effort.Of(12),
        threads: 1);

    [Fact]
    public void Means_and_shares_are_integrals_over_an_uncertain_ideal() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed);
            var first = situation.Stakeholders[0];
            var pointer = $"/stakeholders/{first.Id}/preferences/{first.Preferences[0].Issue}/ideal";
            Check(
                situation,
                value => scenario with { Overrides = [new Override(pointer, value)] },
                (s, value) => s with { Stakeholders = [WithIdeal(s.Stakeholders[0], value), .. s.Stakeholders.Skip(1)] });
        },
        iter: Effort.Of(12),
        threads: 1);

    [Fact]
    public void Means_and_shares_under_probable_profiles_are_those_of_every_set_by_its_probability()
    {
        var compared = 0;
        Gen.Int.Positive.Sample(
            seed =>
            {
                var (situation, scenario) = RandomDocuments.Make(seed);
                compared += CheckTenths(situation, scenario, new Random(seed)) ? 1 : 0;
            },
            iter: 200,
            threads: 1);
        Assert.InRange(compared, 20, 200);
    }

    /// <summary>
    /// Probabilities of one stakeholder in tenths, on blocks of ten draws: every block has exactly their share of each set, so
    /// that nothing is left but rounding.
    /// </summary>
    private static bool CheckTenths(Situation situation, Scenario scenario, Random random)
    {
        var choosing = situation.Stakeholders.Where(s => s.Profiles.Count > 0).ToArray();
        if (choosing.Length == 0)
        {
            return false;
        }

        var party = choosing[random.Next(choosing.Length)];
        var probable = scenario with
        {
            Profiles = [.. party.Profiles.Select(p => new ProfileChoice(party.Id, p.Id, random.Next(1, 6) / 10.0))],
            Draws = 200,
        };
        var padded = situation with { Stakeholders = [.. situation.Stakeholders.Select(s => s == party ? Padded(s) : s)] };
        var sets = ScalarReference.Combinations(situation, probable).ToArray();
        if (sets.Any(set => new ScalarReference(padded, set.Scenario).Amplifies() || HangsOnRounding(padded, set.Scenario)))
        {
            return false;
        }

        var expected = sets.Select(set => (set.Probability, Numbers: Exact(padded, set.Scenario).ToArray())).ToArray();
        foreach (var (q, sampled) in Sampled(Evaluate(situation, probable)).Index())
        {
            var mixture = expected.Sum(set => set.Probability * set.Numbers[q]);
            Assert.True(Math.Abs(mixture - sampled) <= Rounding, $"{q}: {sampled:R} should be {mixture:R}");
        }

        return true;
    }

    /// <summary>Where an impact is nothing, or just the margin, but for rounding, a gain and an acceptance are chance.</summary>
    private static bool HangsOnRounding(Situation situation, Scenario scenario)
    {
        var reference = new ScalarReference(situation, scenario);
        return reference.Situation.Stakeholders.Any(party =>
        {
            var cost = situation.Baselines.NoDeal.Costs.Where(c => c.Stakeholder == party.Id).Sum(c => c.Cost.Low);
            var (noDeal, statusQuo) = (
                reference.Contributions(party, true, scenario.Horizon).Sum(), reference.Contributions(party, false, scenario.Horizon).Sum());
            return new[] { noDeal, statusQuo, noDeal + cost - party.Margin.Low }.Any(difference => Math.Abs(difference) <= Rounding);
        });
    }

    /// <summary>With a preference that weighs nothing for each that only a profile has, so that all sets have the same parts.</summary>
    private static Stakeholder Padded(Stakeholder party) => party with
    {
        Preferences =
        [
            .. party.Preferences,
            .. party.Profiles.SelectMany(p => p.Preferences).Select(p => p.Issue).Distinct().Except(party.Preferences.Select(p => p.Issue))
                .Select(issue => Preference(issue, Point(0), Point(0))),
        ],
    };

    private static Stakeholder WithIdeal(Stakeholder party, TriangularRange ideal) => party with
    {
        Preferences = [party.Preferences[0] with { Ideal = ideal }, .. party.Preferences.Skip(1)],
    };

    private static void Check(Situation situation, Func<TriangularRange, Scenario> scenario, Func<Situation, Situation> at) =>
        Check(situation, scenario, (s, _) => at(s));

    private static void Check(Situation situation, Func<TriangularRange, Scenario> scenario, Func<Situation, TriangularRange, Situation> at)
    {
        var evaluation = Evaluate(situation, scenario(Uncertain) with { Draws = Draws });
        double[] sampled = [.. Sampled(evaluation)];
        double[] ExactAt(double u) => [.. Exact(at(situation, Point(Inverse(u))), scenario(Point(Inverse(u))))];
        var grid = Enumerable.Range(0, GridPoints).Select(i => ExactAt((i + 0.5) / GridPoints)).ToArray();
        // With even steps of the value and both ends: where few draws fall, points of the grid lie far apart, and what turns between two
        // of them has been up and down as well.
        var places = Enumerable.Range(0, GridPoints).Select(i => (U: (i + 0.5) / GridPoints, Numbers: grid[i]));
        var steps = Enumerable.Range(0, Steps + 1).Select(i => Share(Uncertain.Low + (i * (Uncertain.High - Uncertain.Low) / Steps)));
        double[][] path = [.. places.Concat(steps.Select(u => (U: u, Numbers: ExactAt(u)))).OrderBy(place => place.U).Select(place => place.Numbers)];
        for (var q = 0; q < sampled.Length; q++)
        {
            var integral = grid.Average(point => point[q]);
            var variation = path.Zip(path.Skip(1)).Sum(pair => Math.Abs(pair.First[q] - pair.Second[q]));
            var bound = variation * ((20.0 / Draws) + (1.0 / GridPoints));
            Assert.True(Math.Abs(integral - sampled[q]) <= bound + Rounding, $"{q}: {sampled[q]:R} should be {integral:R} within {bound:R}");
        }
    }

    private static IEnumerable<double> Sampled(Evaluation evaluation) =>
    [
        .. evaluation.Impacts!.SelectMany(i => new[] { i.NoDeal, i.StatusQuo }).SelectMany(against => against.Contributions
            .Select(c => c.Mean.Value).Append(against.Mean.Value).Append(against.ShortHorizonMean.Value).Append(against.ProbabilityOfGain.Value)),
        .. evaluation.Acceptance!.Stakeholders.Select(s => s.Probability.Value),
        .. evaluation.Acceptance.Stakeholders.Select(s => s.Blocking.Where(b => b.Kind == BlockingKind.RedLine).Sum(b => b.Share.Value)),
        .. evaluation.Acceptance.Stakeholders.Select(s => s.Blocking.Where(b => b.Kind == BlockingKind.Ratifier).Sum(b => b.Share.Value)),
        .. evaluation.Effects!.SelectMany(e => e.Trajectory.Select(level => level.Mean.Value).Append(e.AgainstNoDeal.Value)),
        evaluation.Acceptance.Joint.Value,
    ];

    /// <summary>The same quantities in the same order, at a point.</summary>
    private static IEnumerable<double> Exact(Situation situation, Scenario scenario)
    {
        var reference = new ScalarReference(situation, scenario);
        situation = reference.Situation;
        var refusals = situation.Stakeholders.Select(reference.Refusal).ToArray();
        return
        [
            .. situation.Stakeholders.SelectMany(party => AgainstNoDeal.SelectMany(isNoDeal =>
            {
                var contributions = reference.Contributions(party, isNoDeal, scenario.Horizon);
                return contributions
                    .Append(contributions.Sum())
                    .Append(reference.Contributions(party, isNoDeal, scenario.ShortHorizon).Sum())
                    .Append(contributions.Sum() > Rounding ? 1 : 0);
            })),
            .. refusals.Select(refusal => refusal is null ? 1.0 : 0),
            .. refusals.Select(refusal => refusal?.Kind == "RedLine" ? 1.0 : 0),
            .. refusals.Select(refusal => refusal?.Kind == "Ratifier" ? 1.0 : 0),
            .. situation.Effects.SelectMany(e => Enumerable.Range(1, scenario.Horizon)
                .Select(year => reference.Level(e.Id, year)).Append(reference.AgainstNoDeal(e.Id))),
            situation.Stakeholders.Zip(refusals).All(pair => pair.First.Role != StakeholderRole.Veto || pair.Second is null) ? 1 : 0,
        ];
    }

    /// <summary>The distribution function of a triangular distribution.</summary>
    private static double Share(double x)
    {
        var (low, mode, high) = (Uncertain.Low, Uncertain.Mode, Uncertain.High);
        return x < mode
            ? (x - low) * (x - low) / ((high - low) * (mode - low))
            : 1 - ((high - x) * (high - x) / ((high - low) * (high - mode)));
    }

    /// <summary>The inverse distribution function of a triangular distribution, from its two parabolas.</summary>
    private static double Inverse(double u)
    {
        var (low, mode, high) = (Uncertain.Low, Uncertain.Mode, Uncertain.High);
        return u < (mode - low) / (high - low)
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1 - u) * (high - low) * (high - mode));
    }
}
