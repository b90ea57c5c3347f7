using Parley.Engine;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>One number for how much work an evaluation is, to be capped before it is accepted.</summary>
public static class EvaluationCost
{
    /// <summary>
    /// A million draws of 15 stakeholders on 15 issues with the default set of analyses cost 1.125 thousand million; a million
    /// draws of the largest situation there can be, 6 thousand million, are too many.
    /// </summary>
    public const long Max = 1_200_000_000;

    /// <summary>
    /// Counter-offers are searched for on draws of their own, in up to 7,000 trials of 1,000 draws each. A trial computes again
    /// only what depends on the terms, for those whose consent is needed, so that all of them together cost about as much as
    /// two million draws of one analysis (measured).
    /// </summary>
    private const long DrawsOfCounterOffers = 2_000_000;

    /// <summary>
    /// Bargaining is solved 201 times, whatever the scenario's draws: measured at 0.6 million draws of one analysis for 12 veto
    /// players on 15 issues who can agree, and at 4.6 million for 40 on 30 (<c>tests/Benchmarks/run.sh bargaining</c>). In
    /// between, so that the largest situation can still ask for it. With it goes the acceptance of five outcomes, on up to 10,000 draws each.
    /// </summary>
    private const long DrawsOfBargaining = 800_000 + (5 * 10_000);

    /// <summary>
    /// Draws × analyses × stakeholders × issues, or what the web of causes costs where that is more (<see cref="WorkPerDraw"/>).
    /// Three analyses have samples of their own: <see cref="Analysis.Drivers"/> costs points × (independent inputs + 2) / 4 of
    /// the same, since most rows of an evaluation need not be computed again, <see cref="Analysis.CounterOffers"/> and
    /// <see cref="Analysis.Bargaining"/> numbers of draws of their own.
    /// </summary>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static long Of(Scenario scenario, Situation situation)
    {
        var draws = scenario.Analyses.Sum(analysis => analysis switch
        {
            Analysis.Drivers => 0,
            Analysis.CounterOffers => DrawsOfCounterOffers,
            Analysis.Bargaining => DrawsOfBargaining,
            _ => scenario.Draws,
        });
        var changes = scenario.Drivers is { } asked ? asked.Points * (Evaluator.CountInputs(situation, scenario) + 2L) / 4 : 0;
        return (draws * WorkPerDraw.Of(situation, scenario.Horizon)) + (changes * WorkPerDraw.OfAChange(situation, scenario.Horizon));
    }
}
