using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Offering;

/// <summary>Small bargains whose cheapest counter-offer is known.</summary>
internal static class Deals
{
    /// <summary>A value that someone wants high or low, and a red line if any.</summary>
    public static Preference Wants(string issue, double ideal, double salience = 50, RedLine? line = null) =>
        Preference(issue, Point(ideal), Point(salience), redLine: line);

    public static RedLine Between(RedLineSide side, double low, double high) => new(side, Range(low, (low + high) / 2, high), Source);

    public static Scenario Ask(Scenario scenario, CounterOfferRequest? request = null) =>
        scenario with { Analyses = [Analysis.CounterOffers], CounterOffers = request };

    public static CounterOfferReport Offers(Situation situation, Scenario scenario, CounterOfferRequest? request = null) =>
        Evaluate(situation, Ask(scenario, request)).CounterOffers!;

    /// <summary>Two sides on opposite ends of every issue, who both lose 30 points without a deal.</summary>
    public static Situation TwoSides(params (string Issue, double First, double Second)[] saliences) => Build.Situation(
        [.. saliences.Select(s => Issue(s.Issue))],
        [
            Stakeholder("high", [.. saliences.Select(s => Wants(s.Issue, 100, s.First))]),
            Stakeholder("low", [.. saliences.Select(s => Wants(s.Issue, 0, s.Second))]),
        ]);

    /// <summary>The search for offers to a scenario, and the terms that its red lines leave.</summary>
    public static (OfferProblem Problem, OfferSearch Search, TermBox Box) Search(Situation situation, Scenario scenario)
    {
        var problem = new OfferProblem(situation, scenario);
        var draws = new FixedDraws(problem, TestContext.Current.CancellationToken);
        var whole = new Consent(
            problem, Enumerable.Range(0, problem.Conditions.Count).ToHashSet(), Consent.DrawsFor(problem.Request.Confidence), problem.Request.Constraint == OfferConstraint.Jointly);
        return (problem, new OfferSearch(new Trial(problem, draws) { Whole = whole }, whole), new RedLineBounds(problem, draws).Box(whole.Active, whole.Draws));
    }

    public static double Moved(Offer offer, string issue) => offer.Moves.FirstOrDefault(move => move.Issue == issue)?.To ?? double.NaN;
}
