using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Contracts.Scenarios;
using Parley.Contracts.Sweeps;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Contracts;

/// <summary>Reads sweeps: one that can be evaluated, or everything that is wrong with it, with its base scenario.</summary>
public static class SweepReader
{
    public const int MaxBytes = ScenarioReader.MaxBytes;

    /// <summary>Checks all that can be seen without the situation. Never throws, whatever the bytes.</summary>
    public static Reading<Sweep> Read(ReadOnlyMemory<byte> json) => ReadAgainst(json, null, isAccepted: false);

    /// <summary>Checks the sweep alone and against its situation, and reports the problems of both kinds together.</summary>
    public static Reading<Sweep> Read(ReadOnlyMemory<byte> json, Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return ReadAgainst(json, situation, isAccepted: false);
    }

    /// <summary>The same for what was accepted, maybe by a version that refused less: what it accepted has an answer.</summary>
    public static Reading<Sweep> ReadAccepted(ReadOnlyMemory<byte> json, Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return ReadAgainst(json, situation, isAccepted: true);
    }

    /// <summary>The situation that the base scenario names, whatever else is wrong; null when it names none.</summary>
    public static string? SituationOf(ReadOnlyMemory<byte> json) =>
        Parsed.Of(json.Span, MaxBytes).Root?["base"]?["situation"] is { Kind: JsonValueKind.String } id && IdSlots.IsId(id.Text) ? id.Text : null;

    private static Reading<Sweep> ReadAgainst(ReadOnlyMemory<byte> json, Situation? situation, bool isAccepted)
    {
        var (root, problem) = Parsed.Of(json.Span, MaxBytes);
        if (root is null)
            return new Reading<Sweep>(null, [problem!]);

        var notes = new Notes();
        var named = root["base"]?["situation"];
        var isNamed = situation is not null && named?.Text == situation.Id;
        var sweep = new Slot(root, "", root, notes).Object(new SweepReading(isNamed ? situation : null, isAccepted).Sweep);
        if (isNamed)
            new OverrideChecks(situation!, sweep.Base, notes).Check(root["base"]!);
        else if (situation is not null && IdSlots.IsId(named?.Text ?? ""))
            notes.Report(named!, $"situation is {named!.Text} but must be {situation.Id}, against which this is read.");

        return notes.Reading(sweep);
    }
}
