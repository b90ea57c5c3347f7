using Parley.Engine.Driving;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>Which judgements each output hangs on.</summary>
internal static class DriversWords
{
    private const string Drivers = "/drivers";
    private const int InputsNamed = 3;

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.Drivers switch
    {
        null => null,
        { Value: { } report } => report.Outputs.SelectMany((output, place) => Sentences(findings, output, $"{Drivers}/outputs/{place}")),
        { Reason: var reason } => [findings.Sentence(Phrase.Name(reason ?? "", $"{Drivers}/reason"))],
    };

    private static IEnumerable<Sentence> Sentences(Findings findings, OutputDrivers output, string at)
    {
        var name = Phrase.Quoted(output.Name, Pointers.Name(at));
        if (output.Drivers.Value is not { } drivers)
        {
            yield return findings.Sentence($"For {name} there is no answer. {Phrase.Name(output.Drivers.Reason ?? "", $"{at}/reason")}");
            yield break;
        }

        yield return findings.Sentence(Largest(name, drivers, at).From(Subject(findings, output.Output.Of)));
        if (drivers.Interactions.IsAboveZero)
        {
            yield return findings.Sentence(
                Phrase.Of($"Of what moves {name}, {Rounded.Share(drivers.Interactions.Value, Pointers.Value($"{at}/interactions"))} comes from judgements acting together, and cannot be laid at the door of any one of them.")
                    .From(Subject(findings, output.Output.Of)));
        }

        if (drivers.Tornado.Count > 0 && Swing(output, name, drivers.Tornado[0], $"{at}/tornado/0") is { } swing)
        {
            yield return findings.Sentence(swing);
        }
    }

    private static Phrase Largest(Phrase name, Drivers drivers, string at)
    {
        Phrase[] named =
        [
            .. drivers.Largest.TakeWhile(input => input.Total.IsAboveZero).Take(InputsNamed).Select((input, place) => Phrase
                .Of($"{Input(input.Input, $"{at}/largest/{place}")} ({Rounded.Share(input.Total.Value, Pointers.Value($"{at}/largest/{place}/total"))})")
                .From(input.Input.Range?.Source)),
        ];
        return named.Length == 0
            ? Phrase.Of($"No single judgement can be told to move {name}.")
            : Phrase.Of($"{name} hangs most on {Phrase.List(named)}: the share of its variance that would stay if all else were known.");
    }

    /// <summary>How far one judgement moves the mean; null where sampling error or rounding would leave nothing of it.</summary>
    private static Phrase? Swing(OutputDrivers output, Phrase name, TornadoBar bar, string at)
    {
        var isInPoints = output.Output.Of is QuantityOfInterest.OfImpact;
        if (!Distinguishing.FromZero(bar.Swing) || !(isInPoints ? Rounded.Shows(bar.Swing) : Rounded.ShowsLevel(bar.Swing)))
        {
            return null;
        }

        var pointer = $"{at}/swing";
        var figure = isInPoints ? Rounded.Points(bar.Swing, pointer) : Rounded.Level(bar.Swing, pointer);
        return Phrase
            .Of($"{(bar.Input.IsChoice ? "From the first set to the last" : "From its lowest tenth to its highest")}, {Input(bar.Input, at)} moves the mean of {name} by {figure}.")
            .From(bar.Input.Range?.Source);
    }

    /// <summary>What the output itself rests on.</summary>
    private static string?[] Subject(Findings findings, QuantityOfInterest of) => of switch
    {
        QuantityOfInterest.OfImpact { Against: ImpactBaseline.StatusQuo } impact => [findings.Grounds.Stakeholder(impact.Stakeholder).Source, findings.Grounds.StatusQuo],
        QuantityOfInterest.OfImpact impact => [findings.Grounds.Stakeholder(impact.Stakeholder).Source, findings.Grounds.NoDeal],
        QuantityOfInterest.OfAcceptance { Stakeholder: { } one } => [findings.Grounds.Stakeholder(one).Source],
        QuantityOfInterest.OfAcceptance => [.. findings.Situation.Stakeholders.Where(s => s.Role == StakeholderRole.Veto).Select(s => s.Source)],
        QuantityOfInterest.OfEffect effect => [findings.Grounds.Effect(effect.Effect).Source],
        QuantityOfInterest.OfSurvival => [findings.Situation.Hazard?.Source, findings.Grounds.Record?.Source],
        _ => [findings.Situation.Measures.Subordination?.Source],
    };

    private static Phrase Input(InputDescription input, string at) => Phrase.Quoted(input.Name, Pointers.Name(at));
}
