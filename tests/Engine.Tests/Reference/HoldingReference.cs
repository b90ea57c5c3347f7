using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Reference;

/// <summary>What engine design §2 says of the hazard and §1 of the measures, in plain arithmetic on odds, for point documents.</summary>
/// <param name="baseClass">The scenario's choice; null for the situation's.</param>
internal sealed class HoldingReference(Situation situation, ScalarReference reference, string? baseClass)
{
    private readonly BaseRate rate = situation.Hazard!.Classes.Single(c => c.Id == (baseClass ?? situation.Hazard!.BaseClass));

    /// <summary>Probability that the deal still holds at the end of a year.</summary>
    public double Survival(int year) => Enumerable.Range(1, year).Aggregate(1.0, (held, y) => held * (1 - Hazard(y)));

    /// <summary>Annual probability of a break.</summary>
    public double Hazard(int year)
    {
        var odds = BaseHazard(year) / (1 - BaseHazard(year)) * situation.Hazard!.Factors.Aggregate(1.0, (product, f) => product * Factor(f));
        return odds / (1 + odds);
    }

    /// <summary>The base class's own.</summary>
    public double BaseHazard(int year) =>
        rate.Share5 is not { } share5 ? 1 - Math.Pow(1 - rate.Share10, 0.1)
        : year <= 5 ? 1 - Math.Pow(1 - share5, 0.2)
        : 1 - Math.Pow((1 - rate.Share10) / (1 - share5), 0.2);

    /// <summary>What a factor multiplies the odds by.</summary>
    public double Factor(HazardFactor factor)
    {
        var value = factor.From switch
        {
            LinkSource.OfIssue of => reference.Deal[of.Issue] / 100,
            LinkSource.OfAssumption of => Assumption(of.Assumption),
            _ => throw new InvalidOperationException("Not a source of a factor."),
        };
        var level = factor.Counts == Direction.More ? value : 1 - value;
        return Math.Pow(factor.OddsRatio.Low, level * (factor.DependsOnGoodFaith ? Assumption(situation.Hazard!.GoodFaith) : 1));
    }

    /// <summary>Mean distance from the others' ideal points minus the one from the principals'.</summary>
    public double Subordination()
    {
        var sides = situation.Measures.Subordination!;
        return sides.Others.Average(Distance) - sides.Principals.Average(Distance);
    }

    public double Distance(string stakeholder) =>
        ScalarReference.Distance(situation.Stakeholders.Single(s => s.Id == stakeholder), reference.Deal);

    /// <summary>The effect's level less the threshold, above 0 where the event comes about.</summary>
    public double Beyond(OutcomeEvent of) => (reference.Level(of.Effect, of.Year) - of.Threshold) * (of.Wants == Direction.More ? 1 : -1);

    public bool IsLawful(LegalityTest test) =>
        test.Side == RedLineSide.AtMost ? reference.Deal[test.Issue] <= test.Bound : reference.Deal[test.Issue] >= test.Bound;

    private double Assumption(string id) => situation.Assumptions.Single(a => a.Id == id).Value.Low;
}
