namespace Parley.Engine.Scenarios;

/// <summary>Which number of a draw is asked about.</summary>
public abstract record QuantityOfInterest
{
    private QuantityOfInterest()
    {
    }

    /// <summary>The draws that boxes tell from the others when a scenario does not say which.</summary>
    public abstract CasesOfInterest UsualCases { get; }

    /// <summary>A stakeholder's impact, in points.</summary>
    /// <param name="Year">The short horizon or the horizon, whose effects count.</param>
    public sealed record OfImpact(string Stakeholder, ImpactBaseline Against, int Year) : QuantityOfInterest
    {
        /// <summary>Gains.</summary>
        public override CasesOfInterest UsualCases => new(true, 0);
    }

    /// <summary>1 where a stakeholder accepts, else 0.</summary>
    /// <param name="Stakeholder">Null for all veto players at once.</param>
    public sealed record OfAcceptance(string? Stakeholder) : QuantityOfInterest
    {
        /// <summary>Acceptance.</summary>
        public override CasesOfInterest UsualCases => new(true, 0.5);
    }

    /// <summary>An effect's level under the deal, −1 to 1.</summary>
    /// <param name="Year">1 to the horizon.</param>
    public sealed record OfEffect(string Effect, int Year) : QuantityOfInterest
    {
        /// <summary>A rise since the status quo.</summary>
        public override CasesOfInterest UsualCases => new(true, 0);
    }

    /// <summary>Probability that the deal still holds at the end of a year, 1 to the horizon.</summary>
    public sealed record OfSurvival(int Year) : QuantityOfInterest
    {
        /// <summary>More likely to hold than not.</summary>
        public override CasesOfInterest UsualCases => new(true, 0.5);
    }

    /// <summary>How much closer the deal lies to the principals than to the others, −1 to 1.</summary>
    public sealed record OfSubordination : QuantityOfInterest
    {
        /// <summary>Closer to the principals.</summary>
        public override CasesOfInterest UsualCases => new(true, 0);
    }
}

/// <summary>What an impact is measured against.</summary>
public enum ImpactBaseline
{
    NoDeal,
    StatusQuo,
}
