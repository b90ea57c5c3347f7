using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Contracts.Scenarios;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>Reads scenarios: one that can be evaluated, or everything that is wrong with it.</summary>
public static class ScenarioReader
{
    public const int MaxBytes = 256 * 1024;

    /// <summary>Checks all that can be seen without the situation. Never throws, whatever the bytes.</summary>
    public static Reading<Scenario> Read(ReadOnlyMemory<byte> json) => ReadAgainst(json, null);

    /// <summary>Checks the scenario alone and against its situation, and reports the problems of both kinds together.</summary>
    public static Reading<Scenario> Read(ReadOnlyMemory<byte> json, Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return ReadAgainst(json, situation);
    }

    /// <summary>
    /// The situation that a document names, whatever else is wrong with it; null when it names none.
    /// Tells which situation to read the document against.
    /// </summary>
    public static string? SituationOf(ReadOnlyMemory<byte> json) =>
        Parsed.Of(json.Span, MaxBytes).Root?["situation"] is { Kind: JsonValueKind.String } id && IdSlots.IsId(id.Text) ? id.Text : null;

    private static Reading<Scenario> ReadAgainst(ReadOnlyMemory<byte> json, Situation? situation)
    {
        var (root, problem) = Parsed.Of(json.Span, MaxBytes);
        if (root is null)
            return new Reading<Scenario>(null, [problem!]);

        var notes = new Notes();
        var named = root["situation"]?.Text;
        var isNamed = situation is not null && named == situation.Id;
        var scenario = new Slot(root, "", root, notes).Object(new ScenarioReading(isNamed ? situation : null).Scenario);
        if (isNamed)
            new OverrideChecks(situation!, scenario, notes).Check(root);
        else if (situation is not null && IdSlots.IsId(named ?? ""))
            notes.Report(root["situation"]!, $"situation is {named} but must be {situation.Id}, against which this is read.");

        return notes.Reading(scenario);
    }
}
