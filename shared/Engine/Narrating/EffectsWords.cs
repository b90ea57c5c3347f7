using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Narrating;

/// <summary>What follows by the horizon, what is open, and by which chain of causes.</summary>
internal static class EffectsWords
{
    private const int Strongest = 3;
    private const int OthersShown = 2;
    private const int NamesShown = 5;

    /// <summary>A difference from no deal that is worth naming by itself.</summary>
    private const double Notable = 0.1;

    public static IEnumerable<Sentence>? Of(Findings findings) =>
        findings.Evaluation.Effects is { } effects ? Sentences(findings, effects) : null;

    private static IEnumerable<Sentence> Sentences(Findings findings, IReadOnlyList<EffectReport> effects)
    {
        var rises = Clear(effects, Course.Up);
        var falls = Clear(effects, Course.Down);
        if (rises.Length + falls.Length == 0)
        {
            yield return findings.Sentence(Phrase
                .Of($"By year {findings.Horizon}, since the status quo, no effect has a clear direction.")
                .From(effects.Select(effect => findings.Grounds.Effect(effect.Effect).Source)));
        }
        else
        {
            yield return findings.Sentence(Phrase.Of(
                $"By year {findings.Horizon}, since the status quo, {Phrase.Joined([.. Group("rising", rises), .. Group("falling", falls)], "; ")}."));
        }

        EffectReport[] clear = [.. rises, .. falls];
        if (AgainstNoDeal(findings, effects.Except(clear), clear.Length > 0 ? "also " : "") is { } differences)
        {
            yield return findings.Sentence(differences);
        }

        if (Turns(findings, effects) is { } turns)
        {
            yield return findings.Sentence(turns);
        }

        foreach (var sentence in Doubts(findings, effects, isAnyClear: clear.Length > 0))
        {
            yield return sentence;
        }

        foreach (var effect in new[] { rises, falls }.SelectMany(side => side.Take(1)).Where(HasPath))
        {
            yield return findings.Sentence(TopPath(findings, effect));
        }

        IEnumerable<Phrase> Group(string direction, EffectReport[] side) => side.Length == 0 ? [] : [Phrase.Of(
            $"{direction} most: {Phrase.List([.. side.Select(effect => Change(findings, effect))])}")];
    }

    private static EffectReport[] Clear(IReadOnlyList<EffectReport> effects, Course course) =>
    [
        .. effects.Where(effect => Distinguishing.Of(effect.Long) == course)
            .OrderByDescending(effect => Settled.Size(effect.Long.Mean))
            .Take(Strongest),
    ];

    /// <summary>Such as “Cohesion of alliances” −0.21 (−0.18 against no deal; allies drift apart).</summary>
    private static Phrase Change(Findings findings, EffectReport report)
    {
        var effect = findings.Grounds.Effect(report.Effect);
        var meaning = report.Long.Mean.Value > 0 ? effect.WhenPositive : effect.WhenNegative;

        // The report does not hold these words, so that a number among them could not be pointed at.
        var words = meaning.Any(char.IsAsciiDigit) ? "" : $"; {meaning}";
        return Phrase
            .Of($"{Name(report)} {Level(report.Long, report, "long")} ({Difference(report)} against no deal{words})")
            .From(effect.Source);
    }

    private static Phrase Difference(EffectReport effect) => Differs(effect)
        ? Phrase.Of($"{Rounded.Level(effect.AgainstNoDeal, $"{Pointers.Effect(effect.Effect)}/againstNoDeal")}")
        : Phrase.Of($"no clear difference");

    private static bool Differs(EffectReport effect) => Rounded.ShowsLevel(effect.AgainstNoDeal) && Distinguishing.FromZero(effect.AgainstNoDeal);

    /// <summary>What else a deal changes, though it is not among the clearest changes since the status quo.</summary>
    private static Phrase? AgainstNoDeal(Findings findings, IEnumerable<EffectReport> others, string also)
    {
        Phrase[] largest =
        [
            .. others.Where(effect => Differs(effect) && Settled.Size(effect.AgainstNoDeal) >= Notable)
                .OrderByDescending(effect => Settled.Size(effect.AgainstNoDeal))
                .Take(OthersShown)
                .Select(effect => Phrase.Of($"{Name(effect)} {Difference(effect)}").From(findings.Grounds.Effect(effect.Effect).Source)),
        ];
        return largest.Length == 0 ? null : Phrase.Of($"The deal {also}changes, on average against no deal, {Phrase.List(largest)}.").From(findings.Grounds.NoDeal);
    }

    /// <summary>What looks different early and late.</summary>
    private static Phrase? Turns(Findings findings, IReadOnlyList<EffectReport> effects)
    {
        Phrase[] largest =
        [
            .. effects.Where(effect => Distinguishing.Apart(effect.Short.Mean, effect.Long.Mean) && Move(effect) >= Notable)
                .OrderByDescending(Move)
                .Take(OthersShown)
                .Select(effect => Phrase
                    .Of($"{Name(effect)} from {Level(effect.Short, effect, "short")} to {Level(effect.Long, effect, "long")}")
                    .From(findings.Grounds.Effect(effect.Effect).Source)),
        ];
        return largest.Length == 0
            ? null
            : Phrase.Of($"What moves most between year {findings.ShortHorizon} and year {findings.Horizon}, on average and since the status quo: {Phrase.List(largest)}.");

        static double Move(EffectReport effect) => Math.Abs(Settled.Of(effect.Long.Mean.Value - effect.Short.Mean.Value));
    }

    private static Figure Level(EffectLevel level, EffectReport effect, string when) =>
        Rounded.Level(level.Mean, $"{Pointers.Effect(effect.Effect)}/{when}/mean");

    private static IEnumerable<Sentence> Doubts(Findings findings, IReadOnlyList<EffectReport> effects, bool isAnyClear)
    {
        var open = effects.Where(effect => Distinguishing.Of(effect.Long) == Course.Open).ToArray();

        // That no effect has a clear direction is said by then.
        if (open.Length > 0 && (isAnyClear || open.Length < effects.Count))
        {
            yield return findings.Sentence(
                $"The judgements leave open which way {Names(findings, open)} will have gone since the status quo.");
        }

        var disputed = effects.Where(effect => effect.ConflictOfSigns).ToArray();
        if (disputed.Length > 0)
        {
            yield return findings.Sentence($"Strong causes pull both ways, so that the sum hides a dispute, on {Names(findings, disputed)}.");
        }
    }

    private static Phrase Names(Findings findings, EffectReport[] effects) => Phrase.Beginning(
        [.. effects.Select(effect => Name(effect).From(findings.Grounds.Effect(effect.Effect).Source))], NamesShown);

    private static bool HasPath(EffectReport effect) =>
        effect.Paths is [var path, ..] && Rounded.ShowsLevel(path.Contribution) && Distinguishing.FromZero(path.Contribution);

    private static Phrase TopPath(Findings findings, EffectReport effect)
    {
        var path = effect.Paths[0];
        var pointer = $"{Pointers.Effect(effect.Effect)}/paths/0";
        return Phrase
            .Of($"The chain of causes that moves {Name(effect)} most: {Phrase.Quoted(path.Text, $"{pointer}/text")} ({Rounded.Level(path.Contribution, $"{pointer}/contribution")}).")
            .From(path.Links.SelectMany(findings.Grounds.Link));
    }

    private static Phrase Name(EffectReport effect) => Phrase.Quoted(effect.Name, Pointers.Name(Pointers.Effect(effect.Effect)));
}
