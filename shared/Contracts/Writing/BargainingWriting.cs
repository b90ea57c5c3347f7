using System.Text.Json;
using Parley.Engine.Bargaining;

namespace Parley.Contracts.Writing;

internal static class BargainingWriting
{
    public static void Bargaining(this Utf8JsonWriter writer, BargainingReport report)
    {
        writer.Keyed("actors", report.Actors, a => a.Stakeholder, actor =>
        {
            writer.WriteString("name", actor.Name);
            writer.WriteString("role", Vocabulary.Roles[actor.Role]);
            writer.WriteNumber("capability", actor.Capability);
            writer.WriteBoolean("consentNeeded", actor.ConsentNeeded);
        });
        writer.Keyed("outcomes", report.Outcomes, o => Vocabulary.BargainingMethods[o.Method], outcome => Outcome(writer, outcome));
        writer.Keyed("spreads", report.Spreads, s => s.Issue, spread => Spread(writer, spread));
        if (report.Blocking is { } blocking)
            writer.Object("blocking", () => Blocking(writer, blocking));
        writer.List("rounds", report.Rounds, round => writer.Object(() => Round(writer, round)));
        writer.List("exchanges", report.Exchanges, exchange => writer.Object(() => Exchange(writer, exchange)));
        writer.Texts("notes", report.Notes);
    }

    private static void Outcome(Utf8JsonWriter writer, MethodOutcome outcome)
    {
        writer.WriteString("atModes", Vocabulary.BargainingVerdicts[outcome.AtModes]);
        writer.Text("reason", outcome.Reason);
        writer.Estimate("found", outcome.Found);
        if (outcome.Acceptance is { } acceptance)
            writer.Object("acceptance", () => Acceptance(writer, acceptance));
        writer.Keyed("issues", outcome.Issues, i => i.Issue, issue =>
        {
            writer.WriteString("name", issue.Name);
            writer.NumberIfAny("atModes", issue.AtModes);
            writer.NumberIfAny("compromiseAtModes", issue.CompromiseAtModes);
            if (issue.Draws is { } draws)
            {
                writer.Estimate("mean", draws.Mean);
                writer.Estimate("median", draws.Median);
                writer.Estimate("low80", draws.Low80);
                writer.Estimate("high80", draws.High80);
            }
        });
    }

    private static void Acceptance(Utf8JsonWriter writer, OutcomeAcceptance acceptance)
    {
        writer.WriteNumber("draws", acceptance.Draws);
        writer.Estimate("joint", acceptance.Joint);
        writer.Keyed("stakeholders", acceptance.Stakeholders, s => s.Stakeholder, signer =>
        {
            writer.WriteString("name", signer.Name);
            writer.Estimate("probability", signer.Probability);
        });
    }

    private static void Spread(Utf8JsonWriter writer, MethodSpread spread)
    {
        writer.WriteString("name", spread.Name);
        writer.WriteNumber("lowest", spread.Lowest);
        writer.WriteString("lowestBy", Vocabulary.BargainingMethods[spread.LowestBy]);
        writer.WriteNumber("highest", spread.Highest);
        writer.WriteString("highestBy", Vocabulary.BargainingMethods[spread.HighestBy]);
    }

    private static void Blocking(Utf8JsonWriter writer, BlockingReport blocking)
    {
        writer.Text("first", blocking.First);
        writer.Text("second", blocking.Second);
        writer.Text("issue", blocking.Issue);
        writer.WriteNumber("gap", blocking.Gap);
        writer.WriteBoolean("isProven", blocking.IsProven);
        writer.WriteString("text", blocking.Text);
    }

    private static void Round(Utf8JsonWriter writer, BargainingRound round)
    {
        writer.WriteNumber("turn", round.Turn);
        writer.WriteNumber("stopRatio", round.StopRatio);
        writer.Keyed("actors", round.Actors, a => a.Stakeholder, actor =>
        {
            writer.List("positions", actor.Positions, writer.WriteNumberValue);
            writer.WriteNumber("winProbability", actor.WinProbability);
        });
        writer.List("challenges", round.Challenges, challenge => writer.Object(() =>
        {
            writer.WriteString("initiator", challenge.Initiator);
            writer.WriteString("target", challenge.Target);
            writer.WriteNumber("winProbability", challenge.WinProbability);
            writer.WriteNumber("expectedGain", challenge.ExpectedGain);
        }));
        writer.List("moves", round.Moves, move => writer.Object(() =>
        {
            writer.WriteString("stakeholder", move.Stakeholder);
            writer.WriteString("initiator", move.Initiator);
            writer.WriteString("target", move.Target);
            writer.WriteNumber("probability", move.Probability);
            writer.WriteNumber("options", move.Options);
            writer.WriteString("text", move.Text);
        }));
    }

    private static void Exchange(Utf8JsonWriter writer, ExchangeReport exchange)
    {
        writer.WriteString("first", exchange.First);
        writer.WriteString("second", exchange.Second);
        writer.WriteString("firstGives", exchange.FirstGives);
        writer.WriteString("secondGives", exchange.SecondGives);
        writer.WriteNumber("firstShift", exchange.FirstShift);
        writer.WriteNumber("secondShift", exchange.SecondShift);
        writer.WriteNumber("gain", exchange.Gain);
        writer.Object("externalities", () =>
        {
            foreach (var externality in exchange.Externalities)
                writer.WriteNumber(externality.Stakeholder, externality.Gain);
        });
        writer.WriteString("text", exchange.Text);
    }
}
