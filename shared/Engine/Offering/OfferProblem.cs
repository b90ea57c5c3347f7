using Parley.Engine.Binding;
using Parley.Engine.Recomputing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Offering;

/// <summary>
/// The search's problem: which terms may move, whose consent is needed, and on what it depends. Minimise Σ cost·|Δx| so that
/// the veto players accept with the wanted probability.
/// </summary>
internal sealed class OfferProblem
{
    private readonly Scenario scenario;

    public OfferProblem(Situation situation, Scenario scenario)
    {
        this.scenario = scenario;
        Request = scenario.CounterOffers ?? CounterOfferRequest.Default;
        string[] movable = [.. situation.Issues.Where(issue => issue.Negotiable && Limit(issue.Id)?.IsFixed != true).Select(issue => issue.Id)];
        Model = ModelBinder.Bind(situation, scenario, movable);
        Terms = [.. Enumerable.Range(0, Model.Issues.Count).Where(k => movable.Contains(Model.Issues[k].Id)).Select(Term)];
        Vetoes = [.. Enumerable.Range(0, Model.Stakeholders.Count).Where(s => Model.Stakeholders[s].Role == StakeholderRole.Veto)];
        var needed = new SortedSet<int>();
        Needed = [.. Vetoes.Aggregate(needed, WithRatifiers)];
        var builder = new OutputGraphBuilder(Model);
        Conditions = [.. Needed.SelectMany(s => ConditionsOf(builder, s))];
        Graph = builder.Build();
        ConditionsByVeto = [.. Vetoes.Select(ConditionsOf)];
    }

    public Model Model { get; }

    public CounterOfferRequest Request { get; }

    public IReadOnlyList<MovableTerm> Terms { get; }

    public IReadOnlyList<int> Vetoes { get; }

    /// <summary>Veto players and all who ratify for them.</summary>
    public IReadOnlyList<int> Needed { get; }

    /// <summary>Conditions of all whose consent is needed.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>For each veto player: its own conditions and those of its ratifiers. It accepts where all hold.</summary>
    public IReadOnlyList<int[]> ConditionsByVeto { get; }

    /// <summary>Computes the slacks of the conditions.</summary>
    public OutputGraph Graph { get; }

    /// <summary>The conditions of a stakeholder and of those who ratify for it.</summary>
    public int[] ConditionsOf(int stakeholder)
    {
        var consents = WithRatifiers([], stakeholder);
        return [.. Enumerable.Range(0, Conditions.Count).Where(c => consents.Contains(Conditions[c].Stakeholder))];
    }

    /// <summary>The terms before any change.</summary>
    public double[] Start() => [.. Terms.Select(term => term.Start)];

    /// <summary>What a change of the terms costs.</summary>
    public double Cost(ReadOnlySpan<double> terms)
    {
        var sum = 0.0;
        for (var k = 0; k < terms.Length; k++)
        {
            sum += Terms[k].Cost * Math.Abs(terms[k] - Terms[k].Start);
        }

        return sum;
    }

    public TermLimit? Limit(string issue) => scenario.CounterOffers?.Limits.FirstOrDefault(limit => limit.Issue == issue);

    /// <summary>What the deal says on an issue; null where it says nothing.</summary>
    public Term? Said(string issue) => scenario.Terms.FirstOrDefault(term => term.Issue == issue);

    private MovableTerm Term(int issue)
    {
        var of = Model.Issues[issue];
        var row = Model.Worlds[Model.Deal].TermRows[issue];
        var cost = scenario.Overrides.FirstOrDefault(o => o.Pointer == $"/issues/{of.Id}/costOfMoving")?.Value ?? of.CostOfMoving;
        var limit = Limit(of.Id);
        return new MovableTerm(issue, row, Model.Quantities.Mode(row), limit?.AtLeast ?? 0, limit?.AtMost ?? 100, cost.Mode);
    }

    private IEnumerable<Condition> ConditionsOf(OutputGraphBuilder builder, int stakeholder)
    {
        var of = Model.Stakeholders[stakeholder];
        foreach (var line in of.Preferences.SelectMany(p => p.RedLines))
        {
            var term = Enumerable.Range(0, Terms.Count).Where(k => Terms[k].Issue == line.Issue).DefaultIfEmpty(-1).Single();
            yield return new Condition(stakeholder, line, term, builder.RedLineSlack(line), 1);
        }

        yield return new Condition(stakeholder, null, -1, builder.ValueSlack(stakeholder), of.WeightRows.Count);
    }

    private SortedSet<int> WithRatifiers(SortedSet<int> known, int stakeholder)
    {
        if (known.Add(stakeholder))
        {
            foreach (var ratifier in Model.Stakeholders[stakeholder].RatifiedBy)
            {
                WithRatifiers(known, ratifier);
            }
        }

        return known;
    }
}
