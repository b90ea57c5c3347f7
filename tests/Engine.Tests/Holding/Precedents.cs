using Parley.Engine.Holding;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Holding;

/// <summary>One issue called terms, two assumptions, and a record to start from.</summary>
internal static class Precedents
{
    public static readonly LinkSource Terms = new LinkSource.OfIssue("terms");
    public static readonly LinkSource Luck = new LinkSource.OfAssumption("luck");

    /// <summary>Negotiated settlements of disputes with force since 1946, in <c>base_rates.json</c>.</summary>
    public static readonly BaseRate Negotiated = Rate("negotiated", 0.523, 0.632);

    public static BaseRate Rate(string id, double? share5, double share10) =>
        new(id, id, share5 is null ? null : 400, share5, 380, share10, Source);

    public static HazardFactor Factor(
        string id, LinkSource from, TriangularRange oddsRatio, Direction counts = Direction.More, bool dependsOnGoodFaith = false) =>
        new(id, id, from, counts, oddsRatio, dependsOnGoodFaith, Source);

    public static Situation Situation(BaseRate rate, TriangularRange goodFaith, params HazardFactor[] factors) =>
        Build.Situation(
            [Issue("terms")],
            [Stakeholder("party", Preference("terms", Point(80), Point(10)))],
            assumptions: [new Assumption("good-faith", "Good faith", goodFaith, Source), new Assumption("luck", "Luck", Range(0.2, 0.4, 0.9), Source)]) with
        {
            Hazard = new Hazard(rate.Id, "good-faith", [Rate("other", null, 0.3), rate], factors, Source),
        };

    /// <param name="terms">Where the deal puts the issue.</param>
    public static DurabilityReport Durability(Situation situation, TriangularRange? terms = null, int horizon = 10, int draws = 200, long seed = 1)
    {
        var scenario = Build.Scenario(("terms", terms ?? Point(70))) with
        {
            Horizon = horizon,
            Draws = draws,
            Seed = seed,
            Analyses = [Analysis.Durability],
        };
        return Evaluate(situation, scenario).Durability!.Value!;
    }

    public static double At(DurabilityReport report, int year) => report.Survival[year - 1].Mean.Value;
}
