using Parley.Engine.Bargaining;
using Parley.Engine.Estimating;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>Where bargaining would end by each method, how far these are apart, and who blocks.</summary>
internal static class BargainingWords
{
    private const string Bargaining = "/bargaining";
    private const int AgreedShown = 3;

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.Bargaining switch
    {
        null => null,
        { Outcomes: [] } nothing => [findings.Sentence(Phrase.Name(nothing.Notes[0], $"{Bargaining}/notes/0"))],
        { } bargaining => Sentences(findings, bargaining),
    };

    private static IEnumerable<Sentence> Sentences(Findings findings, BargainingReport bargaining)
    {
        if (bargaining.Actors.Any(actor => actor.ConsentNeeded))
        {
            yield return findings.Sentence(Agreeable(findings, bargaining));
        }

        if (bargaining.Blocking is { } blocking)
        {
            yield return findings.Sentence(Blocking(findings, bargaining, blocking));
        }

        var spreads = bargaining.Spreads.OrderByDescending(spread => Settled.Of(spread.Highest - spread.Lowest)).ToArray();
        if (spreads.Length > 0)
        {
            yield return findings.Sentence(Outcomes(findings, bargaining, spreads[0]));
        }

        if (spreads.Length > 1 && IsApart(spreads[0]) && Closest(spreads) is var (closest, told))
        {
            yield return findings.Sentence(closest.From(told.SelectMany(spread => bargaining.Actors.SelectMany(actor => findings.Grounds.Preference(actor.Stakeholder, spread.Issue)))));
        }

        if (Signing(findings, bargaining) is { } signing)
        {
            yield return findings.Sentence(signing);
        }
    }

    /// <summary>Who would sign where it ends; null where nobody has to, or it ends nowhere.</summary>
    private static Phrase? Signing(Findings findings, BargainingReport bargaining)
    {
        var signers = bargaining.Actors.Where(actor => actor.Role == StakeholderRole.Veto).ToArray();
        Phrase[] shares =
        [
            .. bargaining.Outcomes.Where(outcome => outcome.Acceptance is not null).Select(outcome => Phrase.Of(
                $"{Rounded.InDraws(outcome.Acceptance!.Joint, $"{Bargaining}/outcomes/{Member(outcome.Method)}/acceptance/joint")} by {Method(outcome.Method)}")),
        ];
        var all = signers.Length switch { 1 => "", 2 => "both ", _ => "all " };
        return signers.Length == 0 || shares.Length == 0 ? null : Phrase
            .Of($"If what a method ends with at the most likely values were the deal, and all else the status quo, {Phrase.List([.. signers.Select(Name)])} would {all}sign {Phrase.List(shares)}.")
            .From(signers.Select(signer => findings.Grounds.Stakeholder(signer.Stakeholder).Source))
            .From(findings.Grounds.NoDeal, findings.Grounds.StatusQuo);
    }

    private static Phrase Agreeable(Findings findings, BargainingReport bargaining)
    {
        var nash = bargaining.Outcomes.Single(outcome => outcome.Method == BargainingMethod.Nash);
        return Phrase
            .Of($"Terms within all red lines that all whose consent is needed prefer to no deal, effects left aside, are found {Rounded.InDraws(nash.Found, $"{Bargaining}/outcomes/nash/found")}.")
            .From(bargaining.Actors.Where(actor => actor.ConsentNeeded).SelectMany(actor => RedLines(findings, actor).Prepend(findings.Grounds.Stakeholder(actor.Stakeholder).Source)))
            .From(findings.Grounds.NoDeal);
    }

    private static IEnumerable<string?> RedLines(Findings findings, BargainingActor actor) =>
        findings.Situation.Issues.SelectMany(issue => findings.Grounds.RedLine(actor.Stakeholder, issue.Id));

    private static Phrase Blocking(Findings findings, BargainingReport bargaining, BlockingReport blocking)
    {
        var first = bargaining.Actors.FirstOrDefault(actor => actor.Stakeholder == blocking.First);
        var second = bargaining.Actors.FirstOrDefault(actor => actor.Stakeholder == blocking.Second);
        var spread = bargaining.Spreads.FirstOrDefault(spread => spread.Issue == blocking.Issue);
        if (first is null || second is null || spread is null)
        {
            return Told(bargaining, blocking).From(Grounds(findings, blocking));
        }

        return Phrase
            .Of($"At the most likely values there are none: the red lines of {Name(first)} and {Name(second)} on {Name(spread)} are {Rounded.Size(blocking.Gap, $"{Bargaining}/blocking/gap")} points apart.")
            .From([.. findings.Grounds.RedLine(first.Stakeholder, spread.Issue), .. findings.Grounds.RedLine(second.Stakeholder, spread.Issue)]);
    }

    /// <summary>Over value, on an issue that is not on the table, or between such as ratify without a seat of their own, whom the report names only here.</summary>
    private static Phrase Told(BargainingReport bargaining, BlockingReport blocking)
    {
        var text = Phrase.Name(blocking.Text, $"{Bargaining}/blocking/text");
        var none = blocking.IsProven ? "there are none" : "none are found";
        return bargaining.Actors.Any(actor => actor.ConsentNeeded) ? Phrase.Of($"At the most likely values {none}. {text}") : Phrase.Of($"{text}");
    }

    private static IEnumerable<string?> Grounds(Findings findings, BlockingReport blocking)
    {
        string[] players = [.. new[] { blocking.First, blocking.Second }.OfType<string>().Distinct()];
        return (blocking.Issue, players) switch
        {
            // A red line that forbids the status quo, or two that do not meet.
            ({ } issue, [var one]) => [.. findings.Grounds.RedLine(one, issue), findings.Grounds.StatusQuo],
            ({ } issue, _) => players.SelectMany(player => findings.Grounds.RedLine(player, issue)),
            (null, []) when findings.Situation.Stakeholders.All(s => s.Role != StakeholderRole.Veto) => [],
            _ => [.. players.Select(player => findings.Grounds.Stakeholder(player).Source), findings.Grounds.NoDeal],
        };
    }

    /// <summary>All answers on the issue where they differ most.</summary>
    private static Phrase Outcomes(Findings findings, BargainingReport bargaining, MethodSpread spread)
    {
        Phrase[] answers =
        [
            .. bargaining.Outcomes.SelectMany(outcome => outcome.Issues
                .Where(issue => issue.Issue == spread.Issue)
                .Select(issue => issue.AtModes)
                .OfType<double>()
                .Select(value => Answer(outcome.Method, value))),
        ];
        var where = IsApart(spread) ? Phrase.Of($"the methods differ most on {Name(spread)}")
            : Settled.Of(spread.Highest - spread.Lowest) > 0 ? Phrase.Of($"the methods hardly differ on anything, as on {Name(spread)}")
            : Phrase.Of($"no two methods differ on anything, as on {Name(spread)}");
        return Phrase
            .Of($"Where bargaining would end, {where}, at the most likely values: {Phrase.List(answers)}.")
            .From(bargaining.Actors.SelectMany(actor => findings.Grounds.Preference(actor.Stakeholder, spread.Issue)));

        Phrase Answer(BargainingMethod method, double value) => Phrase.Of(
            $"{Method(method)} {Rounded.Size(value, $"{Bargaining}/outcomes/{Member(method)}/issues/{spread.Issue}/atModes")}");
    }

    private static Phrase Name(BargainingActor actor) => Phrase.Name(actor.Name, Pointers.Name($"{Bargaining}/actors/{actor.Stakeholder}"));

    private static Phrase Name(MethodSpread spread) => Phrase.Quoted(spread.Name, Pointers.Name(Pointer(spread)));

    /// <summary>True when the answers differ as they are printed.</summary>
    private static bool IsApart(MethodSpread spread) => Lowest(spread).Words != Highest(spread).Words;

    /// <summary>Where the answers lie closest together, and which issues that names; null where several issues are so alike.</summary>
    private static (Phrase Words, MethodSpread[] Told)? Closest(MethodSpread[] spreads)
    {
        var (least, agreed) = (spreads[^1], spreads.Where(spread => !IsApart(spread)).ToArray());
        if (agreed.Length > 1)
        {
            return (Phrase.Of($"They agree on {Phrase.Beginning([.. agreed.Select(spread => Name(spread))], AgreedShown)}."), agreed);
        }

        if (!IsApart(least))
        {
            return (Phrase.Of($"They are closest on {Name(least)}: all at {Lowest(least)}."), [least]);
        }

        return Settled.Of(least.Highest - least.Lowest - (spreads[^2].Highest - spreads[^2].Lowest)) == 0
            ? null
            : (Phrase.Of($"They are closest on {Name(least)}: between {Lowest(least)} and {Highest(least)}."), [least]);
    }

    private static Figure Lowest(MethodSpread spread) => Rounded.End(spread.Lowest, $"{Pointer(spread)}/lowest");

    private static Figure Highest(MethodSpread spread) => Rounded.End(spread.Highest, $"{Pointer(spread)}/highest");

    private static string Pointer(MethodSpread spread) => $"{Bargaining}/spreads/{spread.Issue}";

    private static string Method(BargainingMethod method) => method switch
    {
        BargainingMethod.CompromiseMean => "the compromise mean",
        BargainingMethod.Nash => "Nash",
        BargainingMethod.KalaiSmorodinsky => "Kalai–Smorodinsky",
        BargainingMethod.SpatialModel => "the Spatial Model of Politics",
        BargainingMethod.EqualGainExchange => "exchange at equal gain",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method."),
    };

    private static string Member(BargainingMethod method) => method switch
    {
        BargainingMethod.CompromiseMean => "compromiseMean",
        BargainingMethod.Nash => "nash",
        BargainingMethod.KalaiSmorodinsky => "kalaiSmorodinsky",
        BargainingMethod.SpatialModel => "spatialModel",
        BargainingMethod.EqualGainExchange => "equalGainExchange",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method."),
    };
}
