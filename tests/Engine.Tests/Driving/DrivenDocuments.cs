using Parley.Engine.Driving;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Driving;

/// <summary>Small documents whose drivers can be thought through.</summary>
internal static class DrivenDocuments
{
    public static Output Impact { get; } = new(new QuantityOfInterest.OfImpact("party", ImpactBaseline.NoDeal, 10));

    /// <summary>
    /// One party with linear values on issues a and b, ideals at 100 and decided saliences 60 and 40: with all issues at 50
    /// without a deal, its impact is 0.6·(a − 50) + 0.4·(b − 50) points for decided terms above.
    /// </summary>
    public static Situation Additive { get; } = Situation(
        [Issue("a"), Issue("b")], [Stakeholder("party", Preference("a", Point(100), Point(60)), Preference("b", Point(100), Point(40)))]);

    /// <summary>Loss aversion, a threshold, a shared factor over two ranges, an effect and weights that are divided by their sum.</summary>
    public static Situation Tangled { get; } = Situation(
        [Issue("a"), Issue("b")],
        [
            Stakeholder(
                "party",
                Preference("a", Range(60, 80, 100, new FactorLoading("mood", 0.6)), Range(20, 50, 60)),
                Preference("b", Point(0), Range(10, 40, 50, new FactorLoading("mood", -0.8)))) with
            {
                LossAversion = Range(1, 2, 3),
                EffectExposures = [new EffectExposure("trade", Direction.More, Point(30), Source)],
                Influence = Range(10, 20, 30),
            },
        ],
        effects: [Effect("trade")],
        links: [Link("opens", new LinkSource.OfIssue("a"), "trade", Range(0.5, 1, 2), 1, new ThresholdResponse(Range(0, 0.1, 0.2), 0.3))]);

    public static Scenario Uncertain { get; } = Scenario(("a", Range(40, 60, 90)), ("b", Range(20, 30, 90)));

    public static Scenario Asking(this Scenario scenario, int points, params Output[] outputs) =>
        scenario with { Analyses = [Analysis.Drivers], Drivers = new DriversRequest(outputs, points, 100) };

    public static Answer<DriversReport> Report(Situation situation, Scenario scenario, int threads = 1) => Evaluate(situation, scenario, threads).Drivers!;

    public static Parley.Engine.Driving.Drivers Only(Situation situation, Scenario scenario) =>
        Assert.Single(Report(situation, scenario).Value!.Outputs).Drivers.Value!;
}
