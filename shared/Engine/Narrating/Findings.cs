using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>What there is to tell, and the way from a phrase to a sentence.</summary>
internal sealed class Findings(Situation situation, Scenario scenario, Evaluation evaluation)
{
    private readonly HashSet<string> known = [.. situation.Sources.Select(source => source.Id)];
    private readonly Dictionary<string, string[]> cited = [];

    public Situation Situation => situation;

    public Evaluation Evaluation => evaluation;

    public Grounds Grounds { get; } = new(situation, scenario);

    public Figure Horizon => Rounded.Whole(evaluation.Horizon, Pointers.Horizon);

    public Figure ShortHorizon => Rounded.Whole(evaluation.ShortHorizon, Pointers.ShortHorizon);

    /// <summary>A stakeholder's name, as it stands in the report.</summary>
    public Phrase Name(string stakeholder) => Phrase.Name(
        Grounds.Stakeholder(stakeholder).Name,
        Pointers.Name(evaluation.Impacts is null ? Pointers.Acceptance(stakeholder) : Pointers.Impact(stakeholder)));

    public Sentence Sentence(Composer composer) => Sentence(composer.Phrase());

    /// <summary>Citations are those of the situation: a scenario's own sources are free text and may mean something else by the same word.</summary>
    public Sentence Sentence(Phrase phrase) =>
        new(phrase.Text, phrase.Figures, [.. phrase.Sources.OfType<string>().SelectMany(Citations).Distinct()]);

    private string[] Citations(string source) => cited.TryGetValue(source, out var found)
        ? found
        : cited[source] = [.. Situations.Citations.In(source).Where(known.Contains)];
}
