using Parley.Engine.Situations;

namespace Parley.Engine.Scenarios;

/// <summary>The terms of a settlement and the assumptions under which it is judged.</summary>
/// <param name="Situation">Id of the situation.</param>
/// <param name="Publication">The public text that a proposal encodes; null for constructed scenarios.</param>
/// <param name="Terms">In the order of the document; an issue without a term stays at the status quo.</param>
/// <param name="Profiles">Chosen alternative preference sets; what those of a stakeholder leave of 1 is its own preferences.</param>
/// <param name="Overrides">Replaced judgements, addressed by JSON Pointer into the situation; applied after the profiles.</param>
/// <param name="Horizon">Years over which effects are followed, 1 to 30.</param>
/// <param name="ShortHorizon">Years of the early look, 1 to <paramref name="Horizon"/>.</param>
/// <param name="Draws">Sample size: a multiple of 20 from 200 to 1,000,000.</param>
/// <param name="Seed">Fixes every random number; 0 is a seed.</param>
public sealed record Scenario(
    string Situation,
    string Title,
    ScenarioKind Kind,
    string? Summary,
    Publication? Publication,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<ProfileChoice> Profiles,
    IReadOnlyList<Override> Overrides,
    int Horizon,
    int ShortHorizon,
    int Draws,
    long Seed,
    IReadOnlyList<Analysis> Analyses)
{
    /// <summary>Id of the reference class of the situation's hazard that survival starts from; null for the situation's own choice.</summary>
    public string? BaseClass { get; init; }

    /// <summary>What <see cref="Analysis.Drivers"/> looks at; null when it was not asked for.</summary>
    public DriversRequest? Drivers { get; init; }

    public const int DefaultHorizon = 10;
    public const int DefaultShortHorizon = 2;
    public const int DefaultDraws = 10_000;
    public const long DefaultSeed = 1;

    /// <summary>How counter-offers are looked for; null for the usual way.</summary>
    public CounterOfferRequest? CounterOffers { get; init; }

    /// <summary>What is answered when a scenario does not say what to answer.</summary>
    public static IReadOnlyList<Analysis> DefaultAnalyses { get; } =
        [Analysis.Impacts, Analysis.Acceptance, Analysis.Effects, Analysis.Durability, Analysis.Measures];

    /// <summary>The reference class that survival starts from: the scenario's choice, else the situation's.</summary>
    /// <exception cref="ArgumentException">The situation has no such class.</exception>
    public BaseRate BaseOf(Hazard hazard)
    {
        var chosen = BaseClass ?? hazard.BaseClass;
        return hazard.Classes.FirstOrDefault(c => c.Id == chosen) ?? throw new ArgumentException($"There is no {chosen}.");
    }

    /// <summary>
    /// Probability that a stakeholder is judged by its own preferences: what its chosen profiles leave of 1, and exactly 0
    /// where that is rounding, as with ten tenths. Below 0 where they leave less than nothing.
    /// </summary>
    public double ProbabilityOfOwn(string stakeholder)
    {
        const double rounding = 1e-9;
        var left = 1 - Profiles.Where(choice => choice.Stakeholder == stakeholder).Sum(choice => choice.Probability);
        return Math.Abs(left) <= rounding ? 0 : left;
    }
}

/// <summary>Where a scenario comes from.</summary>
public enum ScenarioKind
{
    /// <summary>Made up to explore.</summary>
    Constructed,

    /// <summary>Encodes a public text.</summary>
    Proposal,
}

/// <summary>The public text that a proposal encodes.</summary>
public sealed record Publication(string Title, string Author, string Date, string Url, string? Note);

/// <summary>What a scenario says on one issue.</summary>
/// <param name="Specified">False when the text leaves the issue open and the range only bounds what could follow.</param>
/// <param name="Note">The judgement behind the number.</param>
public sealed record Term(string Issue, TriangularRange Value, bool Specified, string? Note);

/// <summary>A stakeholder judged by one of its alternative preference sets, for certain or in a share of the draws.</summary>
/// <param name="Probability">Above 0 and up to 1; those of one stakeholder add up to at most 1.</param>
public sealed record ProfileChoice(string Stakeholder, string Profile, double Probability = 1);

/// <summary>A judgement replaced for this scenario.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) to a range of the situation.</param>
public sealed record Override(string Pointer, TriangularRange Value);

/// <summary>What an evaluation answers.</summary>
public enum Analysis
{
    /// <summary>Who gains, who loses, how much, why?</summary>
    Impacts,

    /// <summary>Would each accept?</summary>
    Acceptance,

    /// <summary>What follows?</summary>
    Effects,

    /// <summary>Would it hold?</summary>
    Durability,

    /// <summary>Does it come out safer? Whose deal is it? Is it lawful?</summary>
    Measures,

    /// <summary>Is complying stable? Only when asked for.</summary>
    Stability,

    /// <summary>Where would bargaining end? Only when asked for.</summary>
    Bargaining,

    /// <summary>What drives it? Only when asked for.</summary>
    Drivers,

    /// <summary>What small change would make every veto player sign? Only when asked for.</summary>
    CounterOffers,
}
