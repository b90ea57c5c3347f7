using CsCheck;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Holding.Precedents;

namespace Parley.Engine.Tests.Holding;

/// <summary>What must hold of durability whatever the numbers.</summary>
public sealed class HoldingTests
{
    /// <summary>Sums of a few hundred draws in another order.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void A_factor_with_odds_ratio_1_changes_nothing()
    {
        var report = Durability(Situation(Negotiated, Range(0.1, 0.5, 0.9), Factor("idle", Terms, Point(1), dependsOnGoodFaith: true)));
        Assert.All(report.Survival, year => Assert.Equal(year.BaseRate, year.Mean.Value, Rounding));
        Assert.Equal(0, report.Factors.Single().Part.Value);
    }

    [Fact]
    public void Two_factors_that_undo_each_other_leave_the_base_rate()
    {
        var report = Durability(Situation(Negotiated, Point(0.5), Factor("for", Terms, Point(0.25)), Factor("against", Terms, Point(4))));
        Assert.All(report.Survival, year => Assert.Equal(year.BaseRate, year.Mean.Value, Rounding));
    }

    [Fact]
    public void A_scenario_that_starts_from_another_class_is_answered_as_if_the_situation_had_chosen_that_one()
    {
        var situation = Situation(Negotiated, Range(0.1, 0.5, 0.9), Factor("some", Terms, Point(0.5), dependsOnGoodFaith: true));
        var chosen = situation with { Hazard = situation.Hazard! with { BaseClass = "other" } };
        var report = Evaluate(situation, Scenario() with { BaseClass = "other" }).Durability!.Value!;
        Assert.Equal("other", report.BaseClass);
        Assert.Equivalent(Evaluate(chosen, Scenario()).Durability!.Value, report, strict: true);
        Assert.NotEqual(Durability(situation).Long.Mean.Value, report.Long.Mean.Value);
    }

    [Fact]
    public void A_scenario_s_choice_of_the_record_is_told_with_what_it_replaces()
    {
        var situation = Situation(Negotiated, Point(0.5));
        string Told(string? id) => Evaluate(situation, Scenario() with { BaseClass = id }).Narration!.Verdicts.Single(each => each.Verdict == Analysis.Durability).Sentences[^1].Text;
        Assert.Contains("chosen by the scenario in place of “", Told("other"), StringComparison.Ordinal);
        Assert.DoesNotContain("chosen", Told(null), StringComparison.Ordinal);
        Assert.DoesNotContain("chosen", Told(situation.Hazard!.BaseClass), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() => Evaluate(Situation(Negotiated, Point(1)), Scenario() with { BaseClass = "none" }));

    [Fact]
    public void A_full_factor_multiplies_the_annual_odds_by_its_odds_ratio()
    {
        var report = Durability(Situation(Negotiated, Point(0.5), Factor("full", Terms, Point(0.5))), Point(100));
        foreach (var period in report.Periods)
        {
            var odds = period.BaseHazard / (1 - period.BaseHazard) / 2;
            Assert.Equal(odds / (1 + odds), period.Hazard.Value, Rounding);
        }

        Assert.Equal([(1, 5), (6, 10)], report.Periods.Select(period => (period.FromYear, period.ToYear)));
    }

    [Fact]
    public void More_of_a_factor_moves_survival_by_the_sign_of_its_log_odds_ratio_every_year() => Gen.Select(
        Gen.Double[0.05, 20], Gen.Double[0, 95], Gen.Bool, Gen.Double[0.01, 1]).Sample(
        (oddsRatio, terms, isMore, goodFaith) =>
        {
            var factor = Factor("factor", Terms, Point(oddsRatio), isMore ? Direction.More : Direction.Less, dependsOnGoodFaith: true);
            var situation = Situation(Negotiated, Point(goodFaith), factor);
            var (less, more) = (Durability(situation, Point(terms)), Durability(situation, Point(terms + 5)));
            var sign = (oddsRatio < 1 ? 1 : -1) * (isMore ? 1 : -1);
            Assert.All(less.Survival.Zip(more.Survival), pair =>
                Assert.True(sign * (pair.Second.Mean.Value - pair.First.Mean.Value) >= -Rounding));
        },
        iter: Effort.Of(60),
        threads: 1);

    [Fact]
    public void Without_good_faith_what_depends_on_it_does_nothing_and_the_rest_stays()
    {
        HazardFactor[] factors =
        [
            Factor("promised", Terms, Range(0.1, 0.3, 0.6), dependsOnGoodFaith: true), Factor("standing", Terms, Range(0.3, 0.5, 0.9)),
        ];
        var faithless = Durability(Situation(Negotiated, Point(0), factors), Range(20, 60, 90));
        var without = Durability(Situation(Negotiated, Point(0), factors[1]), Range(20, 60, 90));
        Assert.Equal(Json.Of(without.Survival), Json.Of(faithless.Survival));
        Assert.Equal(0, faithless.Factors.Single(f => f.Factor == "promised").Part.Value);
    }

    [Fact]
    public void Parts_and_base_rate_add_up_to_the_mean_log_odds_and_the_largest_part_comes_first()
    {
        var report = Durability(
            Situation(
                Negotiated,
                Range(0.1, 0.5, 0.9),
                Factor("small", Luck, Range(0.8, 0.9, 1)),
                Factor("large", Terms, Range(0.1, 0.2, 0.3)),
                Factor("middle", Luck, Range(1, 2, 5), Direction.Less)),
            Range(40, 60, 90),
            draws: 2_000);
        Assert.Equal(["large", "middle", "small"], report.Factors.Select(f => f.Factor));
        Assert.All(report.Periods, period =>
            Assert.Equal(period.BaseLogOdds + report.Factors.Sum(f => f.Part.Value), period.LogOdds.Value, Rounding));
        Assert.All(report.Factors, f => Assert.InRange(f.Level.Value, 0, 1));
    }

    [Fact]
    public void The_band_holds_the_median_and_survival_never_rises_and_both_horizons_are_years_of_the_curve()
    {
        var report = Durability(
            Situation(Negotiated, Range(0, 0.5, 1), Factor("f", Terms, Range(0.1, 0.5, 3), dependsOnGoodFaith: true)), Range(0, 50, 100), 7, 1_000);
        Assert.All(report.Survival, year => Assert.True(year.Low80.Value <= year.Median.Value && year.Median.Value <= year.High80.Value));
        Assert.All(report.Survival.Zip(report.Survival.Skip(1)), pair => Assert.True(pair.Second.Mean.Value < pair.First.Mean.Value));
        Assert.Equal(report.Survival[1], report.Short);
        Assert.Equal(report.Survival[6], report.Long);
    }

    [Fact]
    public void A_class_known_for_ten_years_only_and_a_short_horizon_have_one_period()
    {
        Assert.Equal((1, 10), Assert.Single(Durability(Situation(Rate("ten", null, 0.4), Point(1))).Periods.Select(p => (p.FromYear, p.ToYear))));
        Assert.Equal((1, 4), Assert.Single(Durability(Situation(Negotiated, Point(1)), horizon: 4).Periods.Select(p => (p.FromYear, p.ToYear))));
    }

    [Theory]
    [InlineData(5e-324)]
    [InlineData(1e-300)]
    [InlineData(1e6)]
    public void However_many_and_strong_the_factors_hazards_stay_inside_0_and_1(double oddsRatio)
    {
        var factors = Enumerable.Range(0, 60).Select(f => Factor($"factor-{f}", Luck, Point(oddsRatio))).ToArray();
        var report = Durability(Situation(Negotiated, Point(0.5), factors), horizon: 30);
        Assert.All(report.Periods, period => Assert.InRange(period.Hazard.Value, double.Epsilon, Math.BitDecrement(1)));
        Assert.All(report.Survival, year => Assert.InRange(year.Mean.Value, 0, 1));
        Assert.All(report.Periods, period => Assert.True(double.IsFinite(period.LogOdds.Value)));
    }

    [Fact]
    public void A_level_is_how_much_of_a_factor_there_is_on_average()
    {
        // A symmetric range has its mode as mean; in 20 hypercubes of 100 draws the mean is off by less than 1e-3.
        const double sampled = 1e-3;
        var report = Durability(
            Situation(
                Negotiated,
                Point(0.5),
                Factor("more", Terms, Point(0.5)),
                Factor("less", Terms, Point(0.5), Direction.Less),
                Factor("promised", Terms, Point(0.5), dependsOnGoodFaith: true)),
            Range(40, 60, 80),
            draws: 2_000);
        double Level(string factor) => report.Factors.Single(f => f.Factor == factor).Level.Value;
        Assert.Equal((0.6, 0.4, 0.3), (Math.Round(Level("more"), 3), Math.Round(Level("less"), 3), Math.Round(Level("promised"), 3)));
        Assert.Equal(Math.Log(0.5) * 0.6, report.Factors.Single(f => f.Factor == "more").Part.Value, sampled);
    }

    [Fact]
    public void With_one_factor_the_log_odds_are_as_uncertain_as_its_part()
    {
        var report = Durability(Situation(Negotiated, Point(1), Factor("f", Terms, Range(0.1, 0.3, 0.9))), Range(20, 60, 90));
        var part = Assert.Single(report.Factors).Part;
        Assert.True(part.StandardError > 0);
        Assert.All(report.Periods, period => Assert.Equal(part.StandardError, period.LogOdds.StandardError, Rounding));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Only_beyond_ten_years_the_note_says_that_the_record_is_silent(int horizon, bool beyond) =>
        Assert.Equal(beyond, Durability(Situation(Negotiated, Point(1)), horizon: horizon).Note.Contains("Beyond year 10", StringComparison.Ordinal));

    [Fact]
    public void A_situation_without_a_hazard_gets_a_reason_and_no_number()
    {
        var answer = Evaluate(Situation(Negotiated, Point(1)) with { Hazard = null }, Scenario()).Durability!;
        Assert.Null(answer.Value);
        Assert.NotEmpty(answer.Reason!);
        Assert.Null(Evaluate(Situation(Negotiated, Point(1)), Scenario() with { Analyses = [Analysis.Impacts] }).Durability);
    }

    [Fact]
    public void An_odds_ratio_can_be_overridden_by_its_pointer()
    {
        var situation = Situation(Negotiated, Point(1), Factor("f", Terms, Range(0.1, 0.2, 0.3)));
        var overridden = Scenario(("terms", Point(70))) with { Overrides = [new Override("/hazard/factors/f/oddsRatio", Point(1))] };
        Assert.Equal(1 - 0.632, Evaluate(situation, overridden).Durability!.Value!.Long.Mean.Value, Rounding);
    }
}
