using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>
/// Tells an evaluation in sentences, a pure function of the documents and the finished report. A new verdict is a file with its words
/// and a line in the list here.
/// </summary>
public static class Narrator
{
    /// <summary>Said once for every sentence.</summary>
    public const string Note =
        "Every sentence holds under the judgements of the situation and the scenario, and says nothing about their truth. Shares are "
        + "shares of the draws; points are of each one's own scale, a hundred from its worst to its best outcome; “in most draws” "
        + "leaves out the lowest tenth and the highest tenth of them. Each number is rounded and "
        + "stands in this report where the figure points; what is cited is what the judgements behind the sentence rest on.";

    private static readonly (Analysis Verdict, Func<Findings, IEnumerable<Sentence>?> Words)[] Verdicts =
    [
        (Analysis.Impacts, ImpactsWords.Of),
        (Analysis.Acceptance, AcceptanceWords.Of),
        (Analysis.Effects, EffectsWords.Of),
        (Analysis.Durability, DurabilityWords.Of),
        (Analysis.Measures, MeasuresWords.Of),
        (Analysis.Stability, StabilityWords.Of),
        (Analysis.Bargaining, BargainingWords.Of),
        (Analysis.Drivers, DriversWords.Of),
        (Analysis.CounterOffers, CounterOffersWords.Of),
    ];

    /// <summary>Never fails on a report that the engine wrote; costs a fraction of a millisecond.</summary>
    /// <param name="evaluation">Complete but for its narration.</param>
    public static Narration Tell(Situation situation, Scenario scenario, Evaluation evaluation)
    {
        var findings = new Findings(situation, scenario, evaluation);
        return new Narration(
            Note,
            evaluation.Impacts is null && evaluation.Acceptance is null ? null : [.. situation.Stakeholders.Select(s => Stakeholder(findings, s.Id))],
            [
                .. from verdict in Verdicts
                   let sentences = verdict.Words(findings)
                   where sentences is not null
                   select new VerdictNarration(verdict.Verdict, [.. sentences]),
            ]);
    }

    private static StakeholderNarration Stakeholder(Findings findings, string stakeholder) => new(
        stakeholder,
        [
            .. findings.Evaluation.Impacts?.FirstOrDefault(i => i.Stakeholder == stakeholder) is { } impact ? GainWords.Of(findings, impact) : [],
            .. findings.Evaluation.Acceptance?.Stakeholders.FirstOrDefault(s => s.Stakeholder == stakeholder) is { } acceptance
                ? ConsentWords.Of(findings, acceptance) : [],
        ]);
}
