using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Narrating;

/// <summary>Would all who must sign do so, and who would not.</summary>
internal static class AcceptanceWords
{
    /// <summary>How far below the least willing the joint share has to lie to be worth a sentence.</summary>
    private const double SeldomTogether = 0.1;

    public static IEnumerable<Sentence>? Of(Findings findings) =>
        findings.Evaluation.Acceptance is { } acceptance ? Sentences(findings, acceptance) : null;

    private static IEnumerable<Sentence> Sentences(Findings findings, AcceptanceReport acceptance)
    {
        var signing = acceptance.Stakeholders
            .Where(s => acceptance.VetoPlayers.Contains(s.Stakeholder))
            .OrderBy(s => Settled.Of(s.Probability))
            .ToArray();
        if (signing.Length == 0)
        {
            yield return findings.Sentence($"Nobody can stop a deal, so there is nobody who has to sign.");
            yield break;
        }

        var all = signing.Length == 1 ? "" : signing.Length == 2 ? "both " : "all ";
        yield return findings.Sentence(Phrase
            .Of($"{Likelihood.ItIs(acceptance.Joint.Value)} {Phrase.List([.. acceptance.VetoPlayers.Select(findings.Name)])} would {all}sign ({Rounded.Draws(acceptance.Joint, Pointers.Joint)}).")
            .From(acceptance.VetoPlayers.Select(id => findings.Grounds.Stakeholder(id).Source)));
        if (signing.Length > 1)
        {
            yield return findings.Sentence(Phrase.Of($"One by one{(Rounded.Differ(signing.Select(s => s.Probability)) ? ", the least willing first" : "")}: {Phrase.List([.. signing.Select(Chance)])}.").From(Signing()));
            if (Together(acceptance, signing[0]))
            {
                yield return findings.Sentence(Phrase
                    .Of($"Together they are less willing than any one of them, since {(PutOff(acceptance, signing) ? "what wins one over puts another off" : "they do not refuse in the same draws")}.")
                    .From(Signing()));
            }
        }

        if (signing.Where(s => Settled.Of(s.Probability) <= 0.95 && s.Blocking.Count > 0).Select(Obstacle).ToArray() is { Length: > 0 } obstacles)
        {
            yield return findings.Sentence($"What stands in the way most often: {Phrase.Joined(obstacles, "; ")}.");
        }

        IEnumerable<string?> Signing() => signing.Select(s => findings.Grounds.Stakeholder(s.Stakeholder).Source);

        Phrase Chance(StakeholderAcceptance s) => Phrase.Of(
            $"{findings.Name(s.Stakeholder)} {Rounded.Draws(s.Probability, $"{Pointers.Acceptance(s.Stakeholder)}/probability")}");

        Phrase Obstacle(StakeholderAcceptance s) => Phrase.Of(
            $"for {findings.Name(s.Stakeholder)} {ConsentWords.MostOften(findings, s)}");
    }

    /// <summary>
    /// True where fewer accept together than if nobody's consent had to do with anybody else's: then it is not chance alone that
    /// they seldom meet. A product's error is at most the sum of those of its factors, none of which is above 1.
    /// </summary>
    private static bool PutOff(AcceptanceReport acceptance, StakeholderAcceptance[] signing)
    {
        var product = signing.Aggregate(1.0, (sum, s) => sum * s.Probability.Value);
        return Settled.Of(acceptance.Joint) < Settled.Of(product) && Distinguishing.Apart(acceptance.Joint, new Estimate(product, signing.Sum(s => s.Probability.StandardError)));
    }

    private static bool Together(AcceptanceReport acceptance, StakeholderAcceptance least) =>
        Settled.Of(least.Probability.Value - acceptance.Joint.Value) >= SeldomTogether && Distinguishing.Apart(least.Probability, acceptance.Joint);
}
