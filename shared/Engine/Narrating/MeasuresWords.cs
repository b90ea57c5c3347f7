using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Measuring;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>Does it come out safer, whose deal is it, is it lawful.</summary>
internal static class MeasuresWords
{
    private const string Pair = "/measures/outcomePair";
    private const string Sides = "/measures/subordination";
    private const string Law = "/measures/legality";

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.Measures is not { } measures ? null :
    [
        findings.Sentence(Told(measures.OutcomePair, Pair, pair => OutcomePair(findings, pair))),
        findings.Sentence(Told(measures.Subordination, Sides, sides => Subordination(findings, sides))),
        findings.Sentence(Told(measures.Legality, Law, tests => Legality(findings, tests))),
    ];

    private static Phrase Told<T>(Answer<T> answer, string pointer, Func<T, Phrase> words)
        where T : class => answer.Value is { } value ? words(value) : Phrase.Name(answer.Reason ?? "", $"{pointer}/reason");

    private static Phrase OutcomePair(Findings findings, OutcomePairReport pair) => Phrase
        .Of($"{Event(pair.Short, $"{Pair}/short")} and {Event(pair.Long, $"{Pair}/long")}: both come about {Rounded.InDraws(pair.Both, $"{Pair}/both")}, the first alone {Rounded.Draws(pair.ShortOnly, $"{Pair}/shortOnly", "in ")}, the second alone {Rounded.Draws(pair.LongOnly, $"{Pair}/longOnly", "in ")}, {Neither(pair)}.")
        .From(findings.Situation.Measures.OutcomePair!.Source);

    private static Phrase Neither(OutcomePairReport pair) => Settled.Of(pair.Neither) == 0
        ? Phrase.Of($"and at least one of the two in every draw")
        : Phrase.Of($"neither {Rounded.Draws(pair.Neither, $"{Pair}/neither", "in ")}");

    private static Phrase Event(EventShare share, string pointer)
    {
        var side = share.Event.Wants == Direction.More ? "or above" : "or below";
        return Phrase.Of(
            $"{Phrase.Quoted(share.Name, Pointers.Name(pointer))} at {Rounded.Level(share.Event.Threshold, $"{pointer}/threshold")} {side} in year {Rounded.Whole(share.Event.Year, $"{pointer}/year")}");
    }

    private static Phrase Subordination(Findings findings, SubordinationReport report)
    {
        var (ours, theirs) = (Names(report.Principals, $"{Sides}/principals"), Names(report.Others, $"{Sides}/others"));
        var (toOurs, toTheirs) = (Rounded.Distance(report.PrincipalsMean, $"{Sides}/principalsMean"), Rounded.Distance(report.OthersMean, $"{Sides}/othersMean"));
        var distances = Phrase.Of($"{toOurs} of the scale away against {toTheirs}");
        var words = Distinguishing.Of(report.Mean, report.Low80, report.High80) switch
        {
            Course.Up or Course.Down when toOurs.Words == toTheirs.Words => Phrase.Of(
                $"The terms lie about as close to the ideal points of the principals ({ours}) as to those of the others ({theirs}): {distances} on average."),
            Course.Up => Phrase.Of($"The terms lie closer to the ideal points of the principals ({ours}) than to those of the others ({theirs}): {distances} on average."),
            Course.Down => Phrase.Of($"The terms lie farther from the ideal points of the principals ({ours}) than from those of the others ({theirs}): {distances} on average."),
            _ => Phrase.Of(
                $"It is open whether the terms lie closer to the ideal points of the principals ({ours}) or of the others ({theirs}): to the principals' {Rounded.InDraws(report.ProbabilityCloserToPrincipals, $"{Sides}/probabilityCloserToPrincipals")}, {distances} on average."),
        };
        return words.From(findings.Situation.Measures.Subordination!.Source);
    }

    private static Phrase Names(IReadOnlyList<StakeholderDistance> side, string pointer) =>
        Phrase.List([.. side.Select(s => Phrase.Name(s.Name, Pointers.Name($"{pointer}/{s.Stakeholder}")))]);

    private static Phrase Legality(Findings findings, IReadOnlyList<LegalityShare> tests)
    {
        Phrase[] shares =
        [
            .. tests.OrderBy(test => Settled.Of(test.Lawful)).Select(test => Phrase
                .Of($"{Phrase.Quoted(test.Test.Name, Pointers.Name($"{Law}/tests/{test.Test.Id}"))} {Rounded.Draws(test.Lawful, $"{Law}/tests/{test.Test.Id}/lawful")}")
                .From([test.Test.Source, findings.Grounds.Term(test.Test.Issue)])),
        ];
        var order = Rounded.Differ(tests.Select(test => test.Lawful)) ? ", the most strained first" : "";
        return Phrase.Of($"How often the terms keep within each rule of law{order}: {Phrase.List(shares)}; this is no legal opinion.");
    }
}
