using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Reference;

/// <summary>
/// What engine design §2 says, in plain loops over doubles, for documents in which every range is a point and every chosen
/// profile certain: no vectors, no sample, no shared code with the engine. Slow and obvious on purpose.
/// </summary>
internal sealed class ScalarReference
{
    private readonly Situation situation;
    private readonly Scenario scenario;
    private readonly Dictionary<string, double> deal;
    private readonly Dictionary<string, double> statusQuo;
    private readonly List<(double Odds, Dictionary<string, double> Terms)> noDeal;
    private readonly Dictionary<Dictionary<string, double>, Dictionary<(string Effect, int Year), double>> runs;

    public ScalarReference(Situation situation, Scenario scenario)
    {
        this.situation = situation = situation with { Stakeholders = [.. situation.Stakeholders.Select(s => Under(s, scenario.Profiles))] };
        this.scenario = scenario;
        statusQuo = situation.Baselines.StatusQuo.Outcomes[0].Values.ToDictionary(v => v.Issue, v => v.Value.Low);
        deal = new Dictionary<string, double>(statusQuo);
        foreach (var term in scenario.Terms)
        {
            deal[term.Issue] = term.Value.Low;
        }

        noDeal = [];
        foreach (var outcome in situation.Baselines.NoDeal.Outcomes)
        {
            var terms = new Dictionary<string, double>(statusQuo);
            foreach (var value in outcome.Values)
            {
                terms[value.Issue] = value.Value.Low;
            }

            noDeal.Add((outcome.Odds.Low / situation.Baselines.NoDeal.Outcomes.Sum(o => o.Odds.Low), terms));
        }

        runs = []; // by reference: dictionaries have no equality of their own
        foreach (var world in noDeal.Select(o => o.Terms).Append(deal).Append(statusQuo))
        {
            Follow(world);
        }
    }

    /// <summary>The situation, everyone with the preferences that hold.</summary>
    public Situation Situation => situation;

    /// <summary>Where the deal puts every issue.</summary>
    public IReadOnlyDictionary<string, double> Deal => deal;

    /// <summary>Every combination of preference sets that a scenario with probable profiles leaves open, with its probability.</summary>
    public static IEnumerable<(double Probability, Scenario Scenario)> Combinations(Situation situation, Scenario scenario)
    {
        IEnumerable<(double Probability, ProfileChoice[] Certain)> combinations = [(1, [])];
        foreach (var party in situation.Stakeholders)
        {
            var choices = scenario.Profiles.Where(choice => choice.Stakeholder == party.Id).ToArray();
            (double, ProfileChoice[])[] own = [(1 - choices.Sum(choice => choice.Probability), [])];
            (double Probability, ProfileChoice[] Certain)[] sets = [.. choices.Select(c => (c.Probability, (ProfileChoice[])[c with { Probability = 1 }])), .. own];
            combinations = [.. combinations.SelectMany(c => sets.Select(set => (c.Probability * set.Probability, (ProfileChoice[])[.. c.Certain, .. set.Certain])))];
        }

        return combinations.Select(c => (c.Probability, scenario with { Profiles = c.Certain }));
    }

    private static Stakeholder Under(Stakeholder party, IReadOnlyList<ProfileChoice> chosen)
    {
        if (chosen.SingleOrDefault(choice => choice.Stakeholder == party.Id) is not { } choice)
        {
            return party;
        }

        var preferences = party.Preferences.ToList();
        foreach (var preference in party.Profiles.Single(p => p.Id == choice.Profile).Preferences)
        {
            var place = preferences.FindIndex(own => own.Issue == preference.Issue);
            if (place < 0)
            {
                preferences.Add(preference);
            }
            else
            {
                preferences[place] = preference;
            }
        }

        return party with { Preferences = preferences };
    }

    private Stakeholder Party(string id) => situation.Stakeholders.Single(s => s.Id == id);

    /// <summary>An effect's level under the deal.</summary>
    public double Level(string effect, int year) => Level(deal, effect, year);

    /// <summary>An effect's level under the deal minus the odds-weighted one without.</summary>
    public double AgainstNoDeal(string effect) =>
        noDeal.Sum(o => o.Odds * (Level(effect, scenario.Horizon) - Level(o.Terms, effect, scenario.Horizon)));

    /// <summary>
    /// Steep thresholds in a circle double an error many times over: where a nudge of the weights moves a level a thousand
    /// times further, two correct programs differ by more than rounding, and agreement says nothing.
    /// </summary>
    public bool Amplifies()
    {
        const double nudge = 1e-12;
        var nudged = new ScalarReference(
            situation with { Links = [.. situation.Links.Select(link => link with { Weight = TriangularRange.Exactly(link.Weight.Mode * (1 + nudge)) })] },
            scenario);
        return situation.Effects.Any(effect => Enumerable.Range(1, scenario.Horizon).Any(year =>
            Math.Abs(nudged.Level(effect.Id, year) - Level(effect.Id, year)) > 1000 * nudge));
    }

    /// <summary>Contributions in points, in situation order.</summary>
    public double[] Contributions(Stakeholder party, bool againstNoDeal, int year)
    {
        var changes = new double[PartIds(party).Length];
        var before = againstNoDeal ? noDeal : [(1.0, statusQuo)];
        foreach (var (odds, terms) in before)
        {
            // Difference first, then mean: what no outcome changes is 0, without the rounding of the odds.
            foreach (var (c, parts) in Parts(party, deal, year).Zip(Parts(party, terms, year)).Index())
            {
                changes[c] += odds * (parts.First - parts.Second);
            }
        }

        return [.. changes.Select(change => 100 * (change < 0 ? party.LossAversion.Low * change : change))];
    }

    /// <summary>Why a stakeholder refuses the deal, as kind and id; null when it accepts.</summary>
    public (string Kind, string Id)? Refusal(Stakeholder party)
    {
        var crossed = party.Preferences
            .Where(p => p.RedLine is not null)
            .Select(p => (p.Issue, Beyond: Beyond(p.RedLine!, deal[p.Issue])))
            .Where(line => line.Beyond > 0)
            .OrderByDescending(line => line.Beyond)
            .ToArray();
        if (crossed.Length > 0)
        {
            return ("RedLine", crossed[0].Issue);
        }

        foreach (var ratifier in party.RatifiedBy)
        {
            if (Refusal(Party(ratifier)) is not null)
            {
                return ("Ratifier", ratifier);
            }
        }

        var contributions = Contributions(party, true, scenario.Horizon);
        var cost = situation.Baselines.NoDeal.Costs.Where(c => c.Stakeholder == party.Id).Sum(c => c.Cost.Low);
        if (contributions.Sum() + cost >= party.Margin.Low)
        {
            return null;
        }

        var worst = Array.IndexOf(contributions, contributions.Min());
        const double rounding = 1e-12; // a change that cancels is no loss
        return contributions[worst] < -rounding ? ("Value", PartIds(party)[worst]) : ("Margin", "margin");
    }

    /// <summary>Every chain of at most six links that reaches an effect at the horizon, with its part of the level.</summary>
    public List<(string Links, double Part)> Paths(string effect)
    {
        var paths = new List<(string, double)>();
        Descend(effect, scenario.Horizon, 1, []);
        return paths;

        void Descend(string at, int year, double product, string[] after)
        {
            var score = Score(deal, at, year);
            var gain = score == 0 ? 1 : Math.Tanh(score) / score;
            foreach (var link in situation.Links.Where(l => l.To == at && IsFelt(l, year)))
            {
                string[] chain = [link.Id, .. after];
                if (chain.Length > 6)
                {
                    continue;
                }

                var input = Input(deal, link, year);
                if (link.From is LinkSource.OfEffect from)
                {
                    var secant = input == 0 ? (link.Threshold is null ? 1 : 0) : Response(link, input) / input;
                    Descend(from.Effect, year - link.Delay, product * gain * link.Weight.Low * secant, chain);
                }
                else
                {
                    paths.Add((string.Join(' ', chain), product * gain * link.Weight.Low * Response(link, input)));
                }
            }
        }
    }

    /// <summary>Ids of a stakeholder's components in the order of their contributions.</summary>
    public static string[] PartIds(Stakeholder party) =>
    [
        .. party.Preferences.Select(p => p.Issue), .. party.Interactions.Select(i => i.Id),
        .. party.EffectExposures.Select(e => e.Effect), .. party.OutcomeExposures.Select(o => o.Stakeholder),
    ];

    /// <summary>Weighted values of a stakeholder's components in a world; their sum is its outcome U.</summary>
    private double[] Parts(Stakeholder party, Dictionary<string, double> world, int year)
    {
        var weights = party.Preferences.Select(p => p.Salience.Low)
            .Concat(party.Interactions.Select(i => i.Weight.Low))
            .Concat(party.EffectExposures.Select(e => e.Weight.Low))
            .Concat(party.OutcomeExposures.Select(o => o.Weight.Low))
            .ToArray();
        var values = party.Preferences.Select(p => PartialValue(p, world))
            .Concat(party.Interactions.Select(i => ValueOf(party, i.First, world) * ValueOf(party, i.Second, world)))
            .Concat(party.EffectExposures.Select(e => (1 + (Sign(e.Wants) * Level(world, e.Effect, year))) / 2))
            .Concat(party.OutcomeExposures.Select(o => o.Wants == Direction.More
                ? Outcome(o.Stakeholder, world, year)
                : 1 - Outcome(o.Stakeholder, world, year)));
        return [.. values.Select((value, c) => weights[c] / weights.Sum() * value)];
    }

    private double Outcome(string stakeholder, Dictionary<string, double> world, int year) => Parts(Party(stakeholder), world, year).Sum();

    private static double ValueOf(Stakeholder party, string issue, Dictionary<string, double> world) =>
        PartialValue(party.Preferences.Single(p => p.Issue == issue), world);

    private static double PartialValue(Preference preference, Dictionary<string, double> world)
    {
        var ideal = preference.Ideal.Low;
        return 1 - Math.Pow(Math.Abs(world[preference.Issue] - ideal) / Math.Max(ideal, 100 - ideal), preference.Shape.Low);
    }

    private static double Beyond(RedLine line, double value) => line.Side == RedLineSide.AtMost ? value - line.Bound.Low : line.Bound.Low - value;

    private void Follow(Dictionary<string, double> world)
    {
        runs[world] = [];
        for (var year = 1; year <= scenario.Horizon; year++)
        {
            foreach (var effect in situation.Effects)
            {
                runs[world][(effect.Id, year)] = Math.Tanh(Score(world, effect.Id, year));
            }
        }
    }

    private double Level(Dictionary<string, double> world, string effect, int year) => year <= 0 ? 0 : runs[world][(effect, year)];

    private double Score(Dictionary<string, double> world, string effect, int year) => situation.Links
        .Where(l => l.To == effect && IsFelt(l, year))
        .Sum(l => l.Weight.Low * Response(l, Input(world, l, year)));

    /// <summary>What stands is felt from the year of the delay on; what has to grow first, a year later.</summary>
    private static bool IsFelt(Link link, int year) =>
        link.From is LinkSource.OfEffect or LinkSource.OfOutcome ? year - link.Delay >= 1 : year >= link.Delay;

    private double Input(Dictionary<string, double> world, Link link, int year) => link.From switch
    {
        LinkSource.OfIssue of => (world[of.Issue] - statusQuo[of.Issue]) / 100,
        LinkSource.OfAssumption of => situation.Assumptions.Single(a => a.Id == of.Assumption).Value.Low,
        LinkSource.OfEffect of => Level(world, of.Effect, year - link.Delay),
        LinkSource.OfDistance of => Distance(Party(of.Stakeholder), world) - Distance(Party(of.Stakeholder), statusQuo),
        LinkSource.OfBreach of => Breach(of, world) - Breach(of, statusQuo),
        LinkSource.OfOutcome of => Outcome(of.Stakeholder, world, year - link.Delay) - Parts(Party(of.Stakeholder), statusQuo, 0).Sum(),
        _ => throw new InvalidOperationException("Not a source of a link."),
    };

    private static double Response(Link link, double input) =>
        link.Threshold is { } threshold ? Math.Clamp((input - threshold.At.Low) / threshold.Width, 0, 1) : input;

    /// <summary>Salience-weighted distance from a stakeholder's ideal points, in scale lengths.</summary>
    public static double Distance(Stakeholder party, IReadOnlyDictionary<string, double> world) =>
        party.Preferences.Sum(p => p.Salience.Low * Math.Abs(world[p.Issue] - p.Ideal.Low)) / (100 * party.Preferences.Sum(p => p.Salience.Low));

    private double Breach(LinkSource.OfBreach of, Dictionary<string, double> world) =>
        Party(of.Stakeholder).Preferences.SingleOrDefault(p => p.Issue == of.Issue)?.RedLine is { } line
            ? Math.Max(0, Beyond(line, world[of.Issue])) / 100
            : 0;

    private static int Sign(Direction wants) => wants == Direction.More ? 1 : -1;
}
