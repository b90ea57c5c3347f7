using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>What the judgements that an evaluation used rest on: the chosen profile's, the override's, else the situation's.</summary>
internal sealed class Grounds(Situation situation, Scenario scenario)
{
    private readonly Dictionary<string, string?> overrides = scenario.Overrides.ToDictionary(o => o.Pointer, o => o.Value.Source);
    private readonly Dictionary<string, Stakeholder> stakeholders = situation.Stakeholders.ToDictionary(s => s.Id);
    private readonly Dictionary<string, Effect> effects = situation.Effects.ToDictionary(e => e.Id);
    private readonly Dictionary<string, Link> links = situation.Links.ToDictionary(l => l.Id);
    private readonly Dictionary<string, string?> terms = scenario.Terms.ToDictionary(t => t.Issue, t => t.Value.Source);

    public string? NoDeal => situation.Baselines.NoDeal.Source;

    public string? StatusQuo => situation.Baselines.StatusQuo.Source;

    /// <summary>The record that survival starts from; null where the situation has none.</summary>
    public BaseRate? Record => situation.Hazard is { } hazard ? scenario.BaseOf(hazard) : null;

    public Stakeholder Stakeholder(string id) => stakeholders[id];

    public Effect Effect(string id) => effects[id];

    /// <summary>The term of an issue; none where it is decided or the deal is silent.</summary>
    public string? Term(string issue) => terms.GetValueOrDefault(issue);

    /// <summary>What a part of a stakeholder's impact rests on.</summary>
    public IEnumerable<string?> Of(string stakeholder, ContributionKind kind, string id) => kind switch
    {
        ContributionKind.Issue => [.. Preference(stakeholder, id), Term(id)],
        ContributionKind.Interaction => Interaction(stakeholder, id),
        ContributionKind.Effect => Exposure(stakeholder, id),
        _ => Outcome(stakeholder, id),
    };

    /// <summary>What a stakeholder wants on an issue and how much, by every set of preferences that it may have.</summary>
    public IEnumerable<string?> Preference(string stakeholder, string issue) => Find(stakeholder, issue).SelectMany(found => new[]
    {
        Used($"{found.Pointer}/ideal", found.Preference.Ideal), Used($"{found.Pointer}/salience", found.Preference.Salience), found.Profile,
    });

    public IEnumerable<string?> RedLine(string stakeholder, string issue)
    {
        foreach (var (preference, pointer, profile) in Find(stakeholder, issue))
        {
            if (preference.RedLine is { } line)
            {
                var bound = line.Side == RedLineSide.AtMost ? "atMost" : "atLeast";
                yield return line.Source;
                yield return Used($"{pointer}/redLine/{bound}", line.Bound);
                yield return profile;
            }
        }
    }

    /// <summary>A stakeholder's stakes in effects, all of them.</summary>
    public IEnumerable<string?> Exposures(string stakeholder) =>
        stakeholders[stakeholder].EffectExposures.SelectMany(e => Exposure(stakeholder, e.Effect));

    public IEnumerable<string?> Link(string id)
    {
        var link = links[id];
        return
        [
            link.Source,
            Used($"/links/{id}/weight", link.Weight),
            link.Threshold is { } threshold ? Used($"/links/{id}/threshold/at", threshold.At) : null,
            .. link.From is LinkSource.OfAssumption of ? Assumption(of.Assumption) : [],
        ];
    }

    public IEnumerable<string?> Factor(string id)
    {
        var factor = situation.Hazard!.Factors.First(f => f.Id == id);
        return
        [
            factor.Source,
            Used($"/hazard/factors/{id}/oddsRatio", factor.OddsRatio),
            .. factor.From is LinkSource.OfAssumption of ? Assumption(of.Assumption) : [],
        ];
    }

    /// <summary>The source of the range at a pointer into the situation, or of the one that replaces it.</summary>
    private string? Used(string pointer, TriangularRange range) => overrides.GetValueOrDefault(pointer, range.Source);

    private IEnumerable<string?> Assumption(string id)
    {
        var assumption = situation.Assumptions.First(a => a.Id == id);
        return [assumption.Source, Used($"/assumptions/{id}/value", assumption.Value)];
    }

    private IEnumerable<string?> Interaction(string stakeholder, string id)
    {
        var interaction = stakeholders[stakeholder].Interactions.First(i => i.Id == id);
        return
        [
            interaction.Source,
            Used($"/stakeholders/{stakeholder}/interactions/{id}/weight", interaction.Weight),
            Term(interaction.First),
            Term(interaction.Second),
        ];
    }

    private IEnumerable<string?> Exposure(string stakeholder, string effect)
    {
        var exposure = stakeholders[stakeholder].EffectExposures.First(e => e.Effect == effect);
        return
        [
            exposure.Source,
            Used($"/stakeholders/{stakeholder}/exposures/effects/{effect}/weight", exposure.Weight),
            effects[effect].Source,
        ];
    }

    private IEnumerable<string?> Outcome(string stakeholder, string other)
    {
        var exposure = stakeholders[stakeholder].OutcomeExposures.First(o => o.Stakeholder == other);
        return [exposure.Source, Used($"/stakeholders/{stakeholder}/exposures/outcomes/{other}/weight", exposure.Weight)];
    }

    /// <summary>The preferences on an issue that can hold in a draw, each with its pointer and the source of the profile that it comes from.</summary>
    private IEnumerable<(Preference Preference, string Pointer, string? Profile)> Find(string stakeholder, string issue)
    {
        var of = stakeholders[stakeholder];
        var choices = scenario.Profiles.Where(choice => choice.Stakeholder == stakeholder).ToArray();
        var own = of.Preferences.FirstOrDefault(p => p.Issue == issue);
        var ownCanHold = scenario.ProbabilityOfOwn(stakeholder) > 0;
        foreach (var profile in choices.Select(choice => of.Profiles.First(p => p.Id == choice.Profile)))
        {
            if (profile.Preferences.FirstOrDefault(p => p.Issue == issue) is { } replaced)
            {
                yield return (replaced, $"/stakeholders/{stakeholder}/profiles/{profile.Id}/preferences/{issue}", profile.Source);
            }
            else
            {
                ownCanHold = true;
            }
        }

        if (own is not null && ownCanHold)
        {
            yield return (own, $"/stakeholders/{stakeholder}/preferences/{issue}", null);
        }
    }
}
