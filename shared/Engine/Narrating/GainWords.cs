using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Narrating;

/// <summary>Who gains, who loses, how much, why.</summary>
internal static class GainWords
{
    private const int PartsShown = 2;

    /// <summary>Points between the horizons below which nothing is said of them.</summary>
    private const double WorthSaying = 0.5;

    public static IEnumerable<Sentence> Of(Findings findings, StakeholderImpact impact)
    {
        var name = findings.Name(impact.Stakeholder);
        var course = Distinguishing.Of(impact.NoDeal);
        yield return findings.Sentence(
            Against(name, "no deal", impact.NoDeal, $"{Pointers.Impact(impact.Stakeholder)}/noDeal")
                .From(findings.Grounds.Stakeholder(impact.Stakeholder).Source, findings.Grounds.NoDeal));
        if (Distinguishing.Of(impact.StatusQuo) != course)
        {
            yield return findings.Sentence(
                Against(name, "the status quo", impact.StatusQuo, $"{Pointers.Impact(impact.Stakeholder)}/statusQuo").From(findings.Grounds.StatusQuo));
        }

        if (Reasons(findings, impact) is { } reasons)
        {
            yield return findings.Sentence(reasons);
        }

        if (Horizons(findings, impact) is { } horizons)
        {
            yield return findings.Sentence(horizons);
        }
    }

    private static Phrase Against(Phrase name, string baseline, ImpactAgainst impact, string pointer) => Distinguishing.Of(impact) switch
    {
        Course.Up => Phrase.Of(
            $"Against {baseline} {name} would gain {Points(impact.Mean, $"{pointer}/mean")}{Between(impact.Low80, $"{pointer}/low80", impact.High80, $"{pointer}/high80")}."),
        Course.Down => Phrase.Of(
            $"Against {baseline} {name} would lose {Points(impact.Mean, $"{pointer}/mean")}{Between(impact.High80, $"{pointer}/high80", impact.Low80, $"{pointer}/low80")}."),
        Course.Still => Phrase.Of($"Against {baseline} hardly anything would change for {name}."),
        _ => Open(name, baseline, impact, pointer),
    };

    private static Phrase Points(Estimate points, string pointer) => Phrase.Of($"{Rounded.Size(points, pointer)} points");

    /// <summary>Nothing where the judgements leave nothing open that would show.</summary>
    private static Phrase Between(Estimate least, string leastPointer, Estimate most, string mostPointer)
    {
        var (from, to) = (Rounded.End(least, leastPointer), Rounded.End(most, mostPointer));
        return from.Words == to.Words ? Phrase.Empty : Phrase.Of($", in most draws between {from} and {to}");
    }

    private static Phrase Open(Phrase name, string baseline, ImpactAgainst impact, string pointer)
    {
        var range = Phrase.Of(
            $"in most draws the impact lies between {Rounded.Points(impact.Low80, $"{pointer}/low80")} and {Rounded.Points(impact.High80, $"{pointer}/high80")} points");
        var mean = Distinguishing.FromZero(impact.Mean) && IsBeyond(impact)
            ? Phrase.Of($", yet {Rounded.Points(impact.Mean, $"{pointer}/mean")} on average")
            : Phrase.Empty;
        var chance = Phrase.Of(
            $"a gain {Likelihood.Is(impact.ProbabilityOfGain.Value)} ({Rounded.Draws(impact.ProbabilityOfGain, $"{pointer}/probabilityOfGain")})");
        return Phrase.Of($"Against {baseline} it is open whether {name} would gain or lose: {range}{mean}; {chance}.");
    }

    /// <summary>True when the mean lies outside the range, also as printed.</summary>
    private static bool IsBeyond(ImpactAgainst impact)
    {
        var (low, mean, high) = (impact.Low80, impact.Mean, impact.High80);
        return (Settled.Of(mean) < Settled.Of(low) && Printed(mean) != Printed(low)) || (Settled.Of(mean) > Settled.Of(high) && Printed(mean) != Printed(high));
    }

    private static string Printed(Estimate points) => Rounded.Points(points, "").Words;

    private static Phrase? Reasons(Findings findings, StakeholderImpact impact)
    {
        var parts = impact.NoDeal.Contributions.Index()
            .Where(part => Rounded.Shows(part.Item.Mean) && Distinguishing.FromZero(part.Item.Mean))
            .OrderByDescending(part => Settled.Size(part.Item.Mean))
            .ToArray();
        Phrase[] gains = [.. parts.Where(part => part.Item.Mean.Value > 0).Take(PartsShown).Select(Part)];
        Phrase[] losses = [.. parts.Where(part => part.Item.Mean.Value < 0).Take(PartsShown).Select(Part)];
        return (gains.Length, losses.Length) switch
        {
            (0, 0) => null,
            (_, 0) => Phrase.Of($"Most in the deal's favour: {Phrase.List(gains)} points."),
            (0, _) => Phrase.Of($"Most against the deal: {Phrase.List(losses)} points."),
            _ => Phrase.Of($"Most in the deal's favour: {Phrase.List(gains)} points; most against it: {Phrase.List(losses)}."),
        };

        Phrase Part((int Index, Contribution Item) part)
        {
            var pointer = Pointers.Contribution(impact.Stakeholder, part.Index);
            return Phrase.Of($"{Phrase.Quoted(part.Item.Name, Pointers.Name(pointer))} {Rounded.Points(part.Item.Mean, $"{pointer}/mean")}")
                .From(findings.Grounds.Of(impact.Stakeholder, part.Item.Kind, part.Item.Id));
        }
    }

    /// <summary>What changes between the short and the long look; null where hardly anything does, or nothing as printed.</summary>
    private static Phrase? Horizons(Findings findings, StakeholderImpact impact)
    {
        var (early, late) = (impact.NoDeal.ShortHorizonMean, impact.NoDeal.Mean);
        if (!Distinguishing.Apart(early, late) || Math.Abs(Settled.Of(early.Value - late.Value)) < WorthSaying || Printed(early) == Printed(late))
        {
            return null;
        }

        var pointer = $"{Pointers.Impact(impact.Stakeholder)}/noDeal";
        var moves = late.Value > early.Value ? "rises" : "falls";
        return Phrase.Of(
                $"With what follows by year {findings.ShortHorizon} it is {Rounded.Points(early, $"{pointer}/shortHorizonMean")} points on average; by year {findings.Horizon} that {moves} to {Rounded.Points(late, $"{pointer}/mean")}.")
            .From(findings.Grounds.Exposures(impact.Stakeholder));
    }
}
