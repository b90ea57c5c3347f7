using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Binding;

/// <summary>Resolves a situation under a scenario: profiles first, then overrides.</summary>
internal sealed class ModelBinder
{
    private readonly Situation situation;
    private readonly Scenario scenario;
    private readonly IReadOnlyCollection<string> movable;
    private readonly Quantities quantities;
    private readonly Dictionary<string, int> issues;
    private readonly Dictionary<string, int> effects;
    private readonly Dictionary<string, int> assumptions;
    private readonly Dictionary<string, int> stakeholders;
    private readonly PreferenceBinder preferences;

    private ModelBinder(Situation situation, Scenario scenario, IReadOnlyCollection<string> movable)
    {
        this.situation = situation;
        this.scenario = scenario;
        this.movable = movable;
        quantities = new Quantities(scenario.Seed, scenario.Overrides.ToDictionary(o => o.Pointer, o => o.Value));
        issues = Index(situation.Issues, i => i.Id);
        effects = Index(situation.Effects, e => e.Id);
        assumptions = Index(situation.Assumptions, a => a.Id);
        stakeholders = Index(situation.Stakeholders, s => s.Id);
        preferences = new PreferenceBinder(scenario, quantities, issues);
    }

    /// <summary>Binds documents that have been checked.</summary>
    /// <exception cref="ArgumentException">
    /// The documents refer to something that is not there, or in a circle, or leave a stakeholder to whom nothing matters.
    /// </exception>
    public static Model Bind(Situation situation, Scenario scenario) => Bind(situation, scenario, []);

    /// <summary>Binds documents so that the deal's terms can be changed one by one.</summary>
    /// <param name="movable">
    /// Issues whose term in the deal is a decided number in a row of its own: the mode of what the scenario says, or of the
    /// status quo where it says nothing.
    /// </param>
    /// <exception cref="ArgumentException">As above.</exception>
    public static Model Bind(Situation situation, Scenario scenario, IReadOnlyCollection<string> movable) =>
        new ModelBinder(situation, scenario, movable).Bind();

    private Model Bind()
    {
        var bound = situation.Stakeholders.Select(Bind).ToArray();
        if (bound.FirstOrDefault(stakeholder => !IsSureToMatter(stakeholder.WeightRows)) is { } indifferent)
        {
            // Weights are divided by their sum; an override can take the last one away.
            throw new ArgumentException($"Nothing is sure to matter to {indifferent.Id}: every weight can be 0.");
        }

        var worlds = BindWorlds();
        return new Model(
            quantities,
            situation.Issues,
            situation.Effects,
            situation.Assumptions,
            worlds,
            bound,
            situation.Links.Select(link => Bind(link, bound)).ToArray(),
            Order(bound, s => s.Outcomes.Select(o => o.Target), "exposed to each other's outcomes"),
            Order(bound, s => s.RatifiedBy, "ratified by each other"),
            scenario.Horizon,
            scenario.ShortHorizon)
        {
            Hazard = situation.Hazard is { } hazard && scenario.Analyses.Contains(Analysis.Durability) ? Bind(hazard, worlds[Model.Deal]) : null,
            Measures = scenario.Analyses.Contains(Analysis.Measures) ? Bind(situation.Measures) : null,
        };
    }

    /// <summary>True when some weight is above 0 in every draw, whichever set of preferences holds.</summary>
    private bool IsSureToMatter(IReadOnlyList<int> weights)
    {
        var sets = quantities.Mixtures.FirstOrDefault(mixture => weights.Contains(mixture.Row))?.Rows.Count ?? 1;
        return Enumerable.Range(0, sets).All(set => weights.Any(row => quantities.Low(row, set) > 0));
    }

    private World[] BindWorlds()
    {
        var (statusQuo, noDeal) = (situation.Baselines.StatusQuo, situation.Baselines.NoDeal);
        var held = Rows(statusQuo.Outcomes.Single().Values, $"/baselines/statusQuo/outcomes/{statusQuo.Outcomes[0].Id}/values", null);
        var deal = (int[])held.Clone();
        foreach (var term in scenario.Terms)
        {
            deal[Find(issues, term.Issue)] = movable.Contains(term.Issue)
                ? quantities.RowOfItsOwn(term.Value.Mode)
                : quantities.Row($"/terms/{term.Issue}", term.Value);
        }

        foreach (var issue in movable.Select(id => Find(issues, id)).Where(issue => deal[issue] == held[issue]))
        {
            deal[issue] = quantities.RowOfItsOwn(quantities.Mode(held[issue]));
        }

        return
        [
            new World(deal, -1),
            new World(held, -1),
            .. noDeal.Outcomes.Select(outcome =>
            {
                var pointer = $"/baselines/noDeal/outcomes/{outcome.Id}";
                return new World(Rows(outcome.Values, $"{pointer}/values", held), quantities.Row($"{pointer}/odds", outcome.Odds));
            }),
        ];
    }

    private int[] Rows(IReadOnlyList<IssueValue> values, string pointer, int[]? otherwise)
    {
        var rows = otherwise is null ? Enumerable.Repeat(-1, issues.Count).ToArray() : (int[])otherwise.Clone();
        foreach (var value in values)
        {
            rows[Find(issues, value.Issue)] = quantities.Row($"{pointer}/{value.Issue}", value.Value);
        }

        return rows.Contains(-1) ? throw new ArgumentException("The status quo leaves an issue without a value.") : rows;
    }

    private BoundStakeholder Bind(Stakeholder stakeholder)
    {
        var pointer = $"/stakeholders/{stakeholder.Id}";
        var bound = preferences.Bind(stakeholder);
        var places = Index(bound, p => situation.Issues[p.Issue].Id);
        var cost = situation.Baselines.NoDeal.Costs.FirstOrDefault(c => c.Stakeholder == stakeholder.Id);
        return new BoundStakeholder(
            stakeholder.Id,
            stakeholder.Name,
            stakeholder.Role,
            quantities.Row($"{pointer}/influence", stakeholder.Influence),
            bound,
            [.. stakeholder.Interactions.Select(i => new BoundInteraction(
                i.Id, Find(places, i.First), Find(places, i.Second), quantities.Row($"{pointer}/interactions/{i.Id}/weight", i.Weight)))],
            [.. stakeholder.EffectExposures.Select(e => new BoundExposure(
                Find(effects, e.Effect), Sign(e.Wants), quantities.Row($"{pointer}/exposures/effects/{e.Effect}/weight", e.Weight)))],
            [.. stakeholder.OutcomeExposures.Select(o => new BoundExposure(
                Find(stakeholders, o.Stakeholder),
                Sign(o.Wants),
                quantities.Row($"{pointer}/exposures/outcomes/{o.Stakeholder}/weight", o.Weight)))],
            quantities.Row($"{pointer}/lossAversion", stakeholder.LossAversion),
            quantities.Row($"{pointer}/margin", stakeholder.Margin),
            cost is null ? quantities.Row(0) : quantities.Row($"/baselines/noDeal/costs/{stakeholder.Id}", cost.Cost),
            [.. stakeholder.RatifiedBy.Select(id => Find(stakeholders, id))]);
    }

    private BoundLink Bind(Link link, BoundStakeholder[] bound)
    {
        var pointer = $"/links/{link.Id}";
        var (kind, source) = Resolve(link.From);
        return new BoundLink(
            link,
            kind,
            source,
            link.From is LinkSource.OfBreach breach ? Breached(bound[source], Find(issues, breach.Issue)) : -1,
            Find(effects, link.To),
            quantities.Row($"{pointer}/weight", link.Weight),
            link.Delay,
            link.Threshold is { } threshold ? quantities.Row($"{pointer}/threshold/at", threshold.At) : -1,
            link.Threshold?.Width ?? 1);
    }

    private (LinkKind Kind, int Source) Resolve(LinkSource from) => from switch
    {
        LinkSource.OfIssue of => (LinkKind.Issue, Find(issues, of.Issue)),
        LinkSource.OfEffect of => (LinkKind.Effect, Find(effects, of.Effect)),
        LinkSource.OfAssumption of => (LinkKind.Assumption, AssumptionRow(of.Assumption)),
        LinkSource.OfDistance of => (LinkKind.Distance, Find(stakeholders, of.Stakeholder)),
        LinkSource.OfBreach of => (LinkKind.Breach, Find(stakeholders, of.Stakeholder)),
        LinkSource.OfOutcome of => (LinkKind.Outcome, Find(stakeholders, of.Stakeholder)),
        _ => throw new ArgumentOutOfRangeException(nameof(from), from, "Not a source of a link."),
    };

    private int AssumptionRow(string id) =>
        quantities.Row($"/assumptions/{id}/value", situation.Assumptions[Find(assumptions, id)].Value);

    private BoundHazard Bind(Hazard hazard, World deal) => new(
        hazard,
        scenario.BaseOf(hazard),
        [.. hazard.Factors.Select(factor => new BoundFactor(
            factor,
            factor.From is LinkSource.OfAssumption assumption
                ? AssumptionRow(assumption.Assumption)
                : deal.TermRows[Find(issues, ((LinkSource.OfIssue)factor.From).Issue)],
            factor.From is LinkSource.OfAssumption ? 1 : 100,
            quantities.Row($"/hazard/factors/{factor.Id}/oddsRatio", factor.OddsRatio),
            factor.DependsOnGoodFaith ? AssumptionRow(hazard.GoodFaith) : -1))]);

    private BoundMeasures Bind(Measures measures)
    {
        var (pair, sides) = (measures.OutcomePair, measures.Subordination);
        return new BoundMeasures(
            pair is null ? null : new BoundPair(Bind(pair.Short), Bind(pair.Long)),
            sides is null ? null : new BoundSides(
                [.. sides.Principals.Select(id => Find(stakeholders, id))], [.. sides.Others.Select(id => Find(stakeholders, id))]),
            [.. measures.Legality.Select(test => new BoundTest(test, Find(issues, test.Issue)))]);
    }

    private BoundEvent Bind(OutcomeEvent of) => new(of, Find(effects, of.Effect));

    private static int Breached(BoundStakeholder stakeholder, int issue)
    {
        for (var i = 0; i < stakeholder.Preferences.Count; i++)
        {
            if (stakeholder.Preferences[i] is { HasRedLine: true } preference && preference.Issue == issue)
            {
                return i;
            }
        }

        // A chosen profile may drop the line; then nothing is ever beyond it.
        return -1;
    }

    private static int[] Order(BoundStakeholder[] bound, Func<BoundStakeholder, IEnumerable<int>> before, string circle)
    {
        var order = new List<int>(bound.Length);
        var open = new HashSet<int>();
        for (var i = 0; i < bound.Length; i++)
        {
            Visit(i);
        }

        return [.. order];

        void Visit(int stakeholder)
        {
            if (order.Contains(stakeholder))
            {
                return;
            }

            if (!open.Add(stakeholder))
            {
                throw new ArgumentException($"{bound[stakeholder].Id} stands in a circle of stakeholders {circle}.");
            }

            foreach (var earlier in before(bound[stakeholder]))
            {
                Visit(earlier);
            }

            order.Add(stakeholder);
        }
    }

    private static int Sign(Direction wants) => wants == Direction.More ? 1 : -1;

    private static Dictionary<string, int> Index<T>(IReadOnlyList<T> items, Func<T, string> id) =>
        items.Select((item, place) => (Id: id(item), place)).ToDictionary(x => x.Id, x => x.place);

    private static int Find(Dictionary<string, int> places, string id) =>
        places.TryGetValue(id, out var place) ? place : throw new ArgumentException($"There is no {id}.");
}
