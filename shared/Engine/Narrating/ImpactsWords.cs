using Parley.Engine.Evaluating;

namespace Parley.Engine.Narrating;

/// <summary>Who gains and who loses, in one view.</summary>
internal static class ImpactsWords
{
    private static readonly (Course Course, string Words)[] Courses =
    [
        (Course.Up, "Better off than with no deal"),
        (Course.Down, "Worse off than with no deal"),
        (Course.Open, "Open whether better or worse off"),
        (Course.Still, "Hardly affected"),
    ];

    public static IEnumerable<Sentence>? Of(Findings findings) =>
        findings.Evaluation.Impacts is { } impacts ? Sentences(findings, impacts) : null;

    private static IEnumerable<Sentence> Sentences(Findings findings, IReadOnlyList<StakeholderImpact> impacts)
    {
        foreach (var (course, words) in Courses)
        {
            var names = impacts.Where(impact => Distinguishing.Of(impact.NoDeal) == course).Select(impact => findings.Name(impact.Stakeholder)).ToArray();
            if (names.Length > 0)
            {
                yield return findings.Sentence(Phrase.Of($"{words}: {Phrase.List(names)}.").From(findings.Grounds.NoDeal));
            }
        }
    }
}
