using Parley.Engine.Holding;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Holding.Precedents;

namespace Parley.Engine.Tests.Holding;

/// <summary>
/// Shares of settlements after which force was used again within 5 and 10 years, as computed from GML-MID (Gibler, Miller
/// &amp; Little 2016, International Studies Quarterly) and the UCDP/PRIO Armed Conflict Dataset; windows cut at 2010 (MID)
/// and 2024 (UCDP), a dyad-dispute counts once per dyad. A reference class, never a cause.
/// </summary>
public sealed class PublishedBaseRatesTests
{
    /// <summary>Five and ten factors of a root of a share: a few units of the last place.</summary>
    private const double Rounding = 1e-12;

    public static TheoryData<string, double?, double> Shares => new()
    {
        { "all since 1816, negotiated, any dispute", 0.485, 0.590 },
        { "force since 1816, negotiated", 0.444, 0.541 },
        { "all since 1816, imposed, any dispute", 0.254, 0.311 },
        { "force since 1816, imposed", 0.174, 0.228 },
        { "all since 1816, none, any dispute", 0.562, 0.652 },
        { "force since 1816, none", 0.500, 0.605 },
        { "all since 1946, negotiated, any dispute", 0.561, 0.671 },
        { "force since 1946, negotiated", 0.523, 0.632 },
        { "all since 1946, imposed, any dispute", 0.399, 0.465 },
        { "force since 1946, imposed", 0.239, 0.307 },
        { "all since 1946, none, any dispute", 0.600, 0.690 },
        { "force since 1946, none", 0.537, 0.641 },
        { "territorial with force since 1946, negotiated", null, 0.687 },
        { "territorial with force since 1946, imposed", null, 0.5 },
        { "territorial with force since 1946, none", null, 0.8 },
        { "UCDP interstate", 0.191, 0.265 },
        { "UCDP intrastate", 0.405, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void A_deal_without_factors_holds_as_often_as_its_class(string name, double? share5, double share10)
    {
        var report = Durability(Situation(Rate("published", share5, share10), Point(0.5)));
        var curve = report.Classes.Single(c => c.Class.Id == "published").Survival;
        Assert.Equal(1 - share10, curve[9], Rounding);
        Assert.Equal(share5 is { } early ? 1 - early : Math.Sqrt(1 - share10), curve[4], Rounding);
        foreach (var year in report.Survival)
        {
            Assert.Equal(curve[year.Year - 1], year.BaseRate);
            double[] numbers = [year.Mean.Value, year.Median.Value, year.Low80.Value, year.High80.Value];
            Assert.All(numbers, number => Assert.Equal(year.BaseRate, number, Rounding));
        }

        Assert.NotEmpty(name);
    }

    [Fact]
    public void Every_class_stands_beside_the_deal_with_its_shares_cases_and_curve_and_the_chosen_one_is_named()
    {
        var report = Durability(Situation(Negotiated, Point(0.5)), horizon: 14);
        Assert.Equal("negotiated", report.BaseClass);
        Assert.Equal([("other", 0.3, 380), ("negotiated", 0.632, 380)], report.Classes.Select(c => (c.Class.Id, c.Class.Share10, c.Class.Cases10)));
        Assert.All(report.Classes, c => Assert.Equal(14, c.Survival.Count));
        Assert.Contains("63.2 % of 380 cases", report.Note);
        Assert.Contains("selection", report.Note);
        Assert.Contains("Beyond year 10", report.Note);
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 1.0)]
    [InlineData(0.4, 0.4)]
    [InlineData(0.4, 1.0)]
    [InlineData(1e-300, 0.5)]
    [InlineData(null, 0.0)]
    [InlineData(null, 1.0)]
    public void A_class_in_which_force_never_or_always_returned_keeps_its_hazards_inside_0_and_1(double? share5, double share10)
    {
        var report = Durability(Situation(Rate("edge", share5, share10), Point(0.5), Factor("f", Luck, Range(0.1, 1, 4))), horizon: 30);
        Assert.All(report.Periods, period => Assert.InRange(period.BaseHazard, double.Epsilon, Math.BitDecrement(1)));
        Assert.All(report.Periods, period => Assert.InRange(period.Hazard.Value, double.Epsilon, Math.BitDecrement(1)));
        Assert.Equal(1 - share10, report.Classes.Single(c => c.Class.Id == "edge").Survival[9], Rounding);
        Assert.DoesNotContain("NaN", Json.Of(report));
        var limit = BaseHazard.Limit;
        Assert.All(report.Periods, period => Assert.InRange(period.BaseLogOdds, -limit, limit));
    }
}
