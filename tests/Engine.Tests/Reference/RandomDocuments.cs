using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Reference;

/// <summary>
/// Valid documents of every shape from a number: few of everything, so that rare combinations meet often. Without
/// <c>uncertain</c> every range is a point.
/// </summary>
internal sealed class RandomDocuments
{
    private readonly Random random;
    private readonly bool uncertain;
    private readonly string[] issues;
    private readonly string[] effects;
    private readonly string[] stakeholders;
    private readonly int[] ranks;
    private readonly Dictionary<string, string[]> profiles = [];

    private RandomDocuments(int seed, bool uncertain)
    {
        random = new Random(seed);
        this.uncertain = uncertain;
        issues = Ids("issue", 1, 5);
        effects = Ids("effect", 0, 4);
        stakeholders = Ids("party", 1, 5);
        ranks = [.. Enumerable.Range(0, stakeholders.Length)];
        random.Shuffle(ranks);
    }

    public static (Situation Situation, Scenario Scenario) Make(int seed, bool uncertain = false)
    {
        var documents = new RandomDocuments(seed, uncertain);
        var (situation, scenario) = (documents.Situation(), documents.Scenario());
        situation = situation with { Hazard = documents.Hazard(), Measures = documents.Measures() };
        scenario = scenario with { BaseClass = documents.random.Next(3) == 0 ? "other" : null };
        return (situation with { Options = documents.Options() }, scenario);
    }

    private Situation Situation()
    {
        Stakeholder[] parties = [.. Enumerable.Range(0, stakeholders.Length).Select(Party)];
        var held = Build.Situation([.. issues.Select(Issue)], parties);
        return held with
        {
            Baselines = new Baselines(
                held.Baselines.StatusQuo with { Outcomes = [Outcome("held", Point(1), [.. issues.Select(i => (i, Value(0, 100)))])] },
                held.Baselines.NoDeal with
                {
                    Outcomes = [.. Ids("outcome", 1, 3).Select(id => Outcome(id, Value(0.1, 3), [.. Some(issues).Select(i => (i, Value(0, 100)))]))],
                    Costs = [.. Some(stakeholders).Select(id => new StakeholderCost(id, Value(0, 40)))],
                }),
            Assumptions = [new Assumption("good-faith", "Good faith", Value(0, 1), Source)],
            Effects = [.. effects.Select(Effect)],
            Links = effects.Length == 0 ? [] : [.. Ids("link", 0, 9).Select(id => Link(id, parties))],
        };
    }

    private Scenario Scenario()
    {
        var horizon = random.Next(1, 13);
        return Build.Scenario([.. Some(issues).Select(i => (i, Value(0, 100)))]) with
        {
            Horizon = horizon,
            ShortHorizon = random.Next(1, horizon + 1),
            Seed = random.Next(),
            Profiles = [.. stakeholders.SelectMany(Choices)],
        };
    }

    private Stakeholder Party(int i)
    {
        Preference[] preferences = [.. Some(issues).Append(issues[0]).Distinct().Select(Preference)];
        string Own() => preferences[random.Next(preferences.Length)].Issue;
        return Stakeholder(stakeholders[i], preferences) with
        {
            Role = (StakeholderRole)random.Next(3),
            Interactions = [.. Ids("pair", 0, 2).Select(id => new Interaction(id, Own(), Own(), Value(0, 60), Source))],
            EffectExposures = [.. Some(effects).Select(e => new EffectExposure(e, Wants(), Value(0, 80), Source))],
            OutcomeExposures = [.. Some(Before(i)).Select(o => new OutcomeExposure(o, Wants(), Value(0, 50), Source))],
            LossAversion = random.Next(2) == 0 ? Point(1) : Value(1, 5),
            Margin = random.Next(2) == 0 ? Point(0) : Value(-30, 30),
            RatifiedBy = random.Next(2) == 0 ? [] : Some(Before(i)),
            Profiles = Profiles(stakeholders[i]),
        };
    }

    private Profile[] Profiles(string stakeholder)
    {
        profiles[stakeholder] = Ids("profile", 0, 2);
        return [.. profiles[stakeholder].Select(id => new Profile(id, id, [.. Some(issues).Select(Preference)], Source))];
    }

    /// <summary>Certain where every range is a point; otherwise also probable, alone or together.</summary>
    private IEnumerable<Scenarios.ProfileChoice> Choices(string stakeholder)
    {
        var ids = Some(profiles[stakeholder]);
        return uncertain && random.Next(2) == 0
            ? ids.Select(id => new Scenarios.ProfileChoice(stakeholder, id, (random.Next(3) == 0 ? 1 : random.NextDouble()) / ids.Length))
            : ids.Take(1).Select(id => new Scenarios.ProfileChoice(stakeholder, id));
    }

    private Preference Preference(string issue) => Build.Preference(
        issue,
        Value(0, 100),
        Value(issue == issues[0] ? 1 : 0, 100),
        random.Next(2) == 0 ? null : Value(0.2, 5),
        random.Next(3) > 0 ? null : random.Next(2) == 0
            ? new RedLine(RedLineSide.AtMost, Value(30, 100), Source)
            : new RedLine(RedLineSide.AtLeast, Value(0, 70), Source));

    private Link Link(string id, Stakeholder[] parties)
    {
        var party = parties[random.Next(parties.Length)];
        var lines = party.Preferences.Concat(party.Profiles.SelectMany(p => p.Preferences)).Where(p => p.RedLine is not null).ToArray();
        LinkSource from = random.Next(7) switch
        {
            0 => new LinkSource.OfIssue(issues[random.Next(issues.Length)]),
            1 => new LinkSource.OfAssumption("good-faith"),
            2 => new LinkSource.OfDistance(party.Id),
            3 when lines.Length > 0 => new LinkSource.OfBreach(party.Id, lines[random.Next(lines.Length)].Issue),
            4 => new LinkSource.OfOutcome(party.Id),
            _ => new LinkSource.OfEffect(effects[random.Next(effects.Length)]),
        };
        var threshold = random.Next(3) > 0 ? null : new ThresholdResponse(random.Next(3) == 0 ? Point(0) : Value(0, 0.4), 0.01 + random.NextDouble());
        return Build.Link(id, from, effects[random.Next(effects.Length)], Value(-3, 3), random.Next(1, 4), threshold);
    }

    private Hazard Hazard()
    {
        double[] shares = [0.05 + (0.4 * random.NextDouble()), 0.5 + (0.45 * random.NextDouble())];
        return new Hazard(
            "chosen",
            "good-faith",
            [
                new BaseRate("other", "Other", null, null, 20, 0.3, Source),
                random.Next(2) == 0
                    ? new BaseRate("chosen", "Chosen", null, null, 30, shares[1], Source)
                    : new BaseRate("chosen", "Chosen", 40, shares[0], 30, shares[1], Source),
            ],
            [.. Ids("factor", 0, 5).Select(id => new HazardFactor(
                id,
                id,
                random.Next(2) == 0 ? new LinkSource.OfAssumption("good-faith") : new LinkSource.OfIssue(issues[random.Next(issues.Length)]),
                Wants(),
                Value(0.05, 8),
                random.Next(2) == 0,
                Source))],
            Source);
    }

    private Measures Measures()
    {
        OutcomeEvent Event() => new(effects[random.Next(effects.Length)], random.Next(1, 13), Wants(), random.Next(4) == 0 ? 0 : random.NextDouble() - 0.5);
        var sides = random.Next(1, Math.Max(2, stakeholders.Length));
        return new Measures(
            stakeholders.Length < 2 ? null : new Subordination(stakeholders[..sides], stakeholders[sides..], Source),
            effects.Length == 0 ? null : new OutcomePair(Event(), Event(), Source),
            [.. Ids("rule", 0, 2).Select(id => new LegalityTest(
                id, id, issues[random.Next(issues.Length)], (RedLineSide)random.Next(2), 100 * random.NextDouble(), Source, Source))]);
    }

    private StabilityOption[] Options()
    {
        var ids = Ids("option", 0, 4);
        return
        [
            .. ids.Select((id, i) => new StabilityOption(
                id,
                id,
                stakeholders[random.Next(stakeholders.Length)],
                random.Next(3) == 0,
                i > 0 && random.Next(4) == 0 ? [ids[i - 1]] : [],
                i > 1 && random.Next(4) == 0 ? [ids[i - 2]] : [],
                [.. Some(issues).Select(issue => new IssueValue(issue, Value(-60, 60)))],
                [.. Some(effects).Select(effect => new EffectShift(effect, Value(-0.9, 0.9)))],
                Source)),
        ];
    }

    private TriangularRange Value(double low, double high)
    {
        double Next() => low + ((high - low) * (random.Next(8) switch { 0 => 0, 1 => 1, _ => random.NextDouble() }));
        if (!uncertain || random.Next(4) == 0)
        {
            return Point(Next());
        }

        double[] ends = [Next(), Next(), Next()];
        Array.Sort(ends);
        var mode = random.Next(4) switch { 0 => ends[0], 1 => ends[2], _ => ends[1] };
        var loading = random.Next(4) switch { 0 => -1, 1 => 1, _ => (2 * random.NextDouble()) - 1 };
        return Range(ends[0], mode, ends[2], random.Next(3) == 0 ? new FactorLoading($"factor-{random.Next(2)}", loading) : null);
    }

    private Direction Wants() => random.Next(2) == 0 ? Direction.More : Direction.Less;

    /// <summary>Stakeholders that may be judged before this one, in an order that is not the document's.</summary>
    private string[] Before(int i) => [.. stakeholders.Where((_, j) => ranks[j] < ranks[i])];

    private string[] Some(string[] ids) => [.. ids.Where(_ => random.Next(3) > 0)];

    private string[] Ids(string name, int least, int most) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(n => $"{name}-{n}")];
}
