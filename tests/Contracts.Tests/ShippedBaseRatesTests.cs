using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

/// <summary>
/// The record from which the built-in situation starts, held against the counts and shares that were computed from GML-MID
/// (Gibler, Miller &amp; Little 2016, International Studies Quarterly) and the UCDP/PRIO Armed Conflict Dataset; windows cut at
/// 2010 (MID) and 2024 (UCDP), a dyad-dispute counts once per dyad.
/// </summary>
public sealed class ShippedBaseRatesTests
{
    private static readonly Hazard Hazard = Shipped.Situations().Single(s => s.Name == "ukraine-settlement").Value.Hazard!;

    public static TheoryData<string, int?, double?, int, double> Published => new()
    {
        { "mid-force-negotiated", 407, 0.523, 389, 0.632 },
        { "mid-force-none", 918, 0.537, 832, 0.641 },
        { "mid-force-imposed", 163, 0.239, 150, 0.307 },
        { "territorial-negotiated", null, null, 83, 0.687 },
        { "territorial-none", null, null, 140, 0.8 },
        { "ucdp-interstate", 68, 0.191, 68, 0.265 },
        { "ucdp-intrastate", 378, 0.405, 378, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_class_has_the_published_cases_and_shares(string id, int? cases5, double? share5, int cases10, double share10)
    {
        var of = Hazard.Classes.Single(rate => rate.Id == id);
        Assert.Equal((cases5, share5, cases10, share10), (of.Cases5, of.Share5, of.Cases10, of.Share10));
    }

    [Fact]
    public void No_class_is_without_a_published_record() =>
        Assert.Equal(Published.Select(row => row.Data.Item1).Order(), Hazard.Classes.Select(rate => rate.Id).Order());
}
