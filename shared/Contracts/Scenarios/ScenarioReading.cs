using Parley.Contracts.Checking;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Scenarios;

/// <param name="situation">What the scenario refers to; null when only its own form is checked.</param>
internal sealed class ScenarioReading(Situation? situation)
{
    private const int SchemaVersion = 1;
    private const int MostYears = 30;
    private const long LargestSeed = 9_007_199_254_740_991;

    private readonly Declared issues = Of("an issue", situation, situation?.Issues.Select(i => i.Id));
    private readonly Declared stakeholders = Of("a stakeholder", situation, situation?.Stakeholders.Select(s => s.Id));
    private readonly Declared effects = Of("an effect", situation, situation?.Effects.Select(e => e.Id));
    private readonly Declared classes = Of("a class", situation, situation is null ? null : situation.Hazard?.Classes.Select(c => c.Id) ?? []);

    public Scenario Scenario(ObjectReader o)
    {
        _ = o["schemaVersion"].Whole(SchemaVersion, SchemaVersion);
        var kind = o.Optional("kind")?.Word(Vocabulary.Kinds) ?? ScenarioKind.Constructed;
        var (baseClass, profiles, overrides) = o.Optional("assumptions")?.Object(Assumptions) ?? (null, [], []);
        var (horizon, shortHorizon) = Horizons(o);
        var analyses = o.Optional("analyses") is { } asked ? Analyses(asked) : Engine.Scenarios.Scenario.DefaultAnalyses;
        return new Scenario(
            o["situation"].Id(),
            o["title"].Line(),
            kind,
            o.Optional("summary")?.Summary(),
            Publication(o, kind),
            o["terms"].KeyedBy(issues, TermReading.Term),
            profiles,
            overrides,
            horizon,
            shortHorizon,
            (int)(o.Optional("draws")?.Whole(200, 1_000_000, multipleOf: 20) ?? Engine.Scenarios.Scenario.DefaultDraws),
            o.Optional("seed")?.Whole(0, LargestSeed) ?? Engine.Scenarios.Scenario.DefaultSeed,
            analyses)
        {
            BaseClass = baseClass,
            Drivers = Drivers(o, analyses, horizon, shortHorizon),
            CounterOffers = o.Optional("counterOffers") is { } wish
                ? new CounterOfferReading(situation, issues).Request(wish, analyses.Contains(Analysis.CounterOffers))
                : analyses.Contains(Analysis.CounterOffers) ? CounterOfferRequest.Default : null,
        };
    }

    private DriversRequest? Drivers(ObjectReader o, IReadOnlyList<Analysis> analyses, int horizon, int shortHorizon)
    {
        var isAsked = analyses.Contains(Analysis.Drivers);
        if (o.Optional("drivers") is not { } slot)
            return isAsked ? DriversRequest.Default : null;

        if (!isAsked)
            slot.Refuse("drivers says what to look at but analyses does not ask for drivers; ask for it or leave the member out.");
        return slot.Object(new DriversReading(stakeholders, effects, horizon, shortHorizon).Drivers);
    }

    private static (int Long, int Short) Horizons(ObjectReader o)
    {
        var horizon = o.Optional("horizon")?.Whole(1, MostYears) ?? Engine.Scenarios.Scenario.DefaultHorizon;
        var slot = o.Optional("shortHorizon");
        var early = slot?.Whole(1, MostYears) ?? Math.Min(Engine.Scenarios.Scenario.DefaultShortHorizon, horizon);
        if (early > horizon)
            slot?.Refuse($"{slot.Label} is {Wording.Number(early)} but must not be above horizon, which is {Wording.Number(horizon)}.");

        return ((int)horizon, (int)early);
    }

    private static Publication? Publication(ObjectReader o, ScenarioKind kind)
    {
        if (kind == ScenarioKind.Constructed && o.Node["kind"]?.Text is null or "constructed")
        {
            o.Optional("publication")?.Refuse(
                "publication belongs to a proposal but this scenario is constructed; leave it out or set kind to proposal.");
            return null;
        }

        return o["publication"].Object(p => new Publication(
            p["title"].Line(), p["author"].Line(), p["date"].LooseDate(), p["url"].Url(), p.Optional("note")?.Passage()));
    }

    private (string? BaseClass, IReadOnlyList<ProfileChoice> Profiles, IReadOnlyList<Override> Overrides) Assumptions(ObjectReader o) => (
        o.Optional("baseClass")?.Reference(classes),
        [.. (o.Optional("profiles")?.KeyedBy(stakeholders, Profiles) ?? []).SelectMany(choices => choices)],
        o.Optional("overrides")?.Members(0, 500, OverrideReading.Override) ?? []);

    private IReadOnlyList<ProfileChoice> Profiles(string stakeholder, Slot slot)
    {
        var ids = situation?.Stakeholders.FirstOrDefault(s => s.Id == stakeholder)?.Profiles.Select(p => p.Id);
        return ProfileReading.Choices(stakeholder, slot, new Declared("a profile", stakeholder, ids?.ToList()));
    }

    /// <summary>In the order of the enum, so that the same question is the same scenario.</summary>
    private static IReadOnlyList<Analysis> Analyses(Slot slot)
    {
        var asked = new HashSet<Analysis>();
        slot.List(1, int.MaxValue, item =>
        {
            var before = item.Notes.Count;
            var analysis = item.Word(Vocabulary.Analyses);
            if (item.Notes.Count == before && !asked.Add(analysis))
                item.Refuse($"{Vocabulary.Analyses[analysis]} is repeated in analyses but may appear only once.");
            return analysis;
        });
        return [.. asked.Order()];
    }

    private static Declared Of(string kind, Situation? situation, IEnumerable<string>? ids) =>
        new(kind, situation?.Id ?? "", ids?.ToList());
}
