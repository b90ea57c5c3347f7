using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Contracts.Situations;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>Reads situations: a document that can be reasoned with, or everything that is wrong with it.</summary>
public static class SituationReader
{
    public const int MaxBytes = 1 << 20;

    private const int SchemaVersion = 1;

    /// <summary>Never throws, whatever the bytes.</summary>
    public static Reading<Situation> Read(ReadOnlyMemory<byte> json) => ReadAs(json, null);

    /// <summary>The same for a document that must be of a certain situation.</summary>
    public static Reading<Situation> Read(ReadOnlyMemory<byte> json, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ReadAs(json, id);
    }

    private static Reading<Situation> ReadAs(ReadOnlyMemory<byte> json, string? id)
    {
        var (root, problem) = Parsed.Of(json.Span, MaxBytes);
        if (root is null)
            return new Reading<Situation>(null, [problem!]);

        var notes = new Notes(new Declarations(root).Sources);
        var situation = Read(root, notes);
        if (id is not null && IdSlots.IsId(situation.Id) && situation.Id != id)
            notes.Report(root["id"]!, $"id is {situation.Id} but must be {id}, the situation that this is sent as.");
        return notes.Reading(situation);
    }

    internal static Situation Read(Node root, Notes notes) =>
        new Slot(root, "", root, notes).Object(o => Situation(o, new Declarations(root)));

    private static Situation Situation(ObjectReader o, Declarations declared)
    {
        _ = o["schemaVersion"].Whole(SchemaVersion, SchemaVersion);
        var situation = new Situation(
            o["id"].Id(),
            o["title"].Line(),
            o["summary"].Summary(),
            o["asOf"].Date(),
            o["issues"].Keyed(1, 30, IssueReading.Issue),
            o["stakeholders"].Keyed(1, 40, new StakeholderReading(declared).Stakeholder),
            o["baselines"].Object(new BaselineReading(declared).Baselines),
            o["assumptions"].Keyed(0, 100, Assumption),
            o["effects"].Keyed(0, 60, Effect),
            o["links"].Keyed(0, 300, new LinkReading(declared).Link),
            o.Optional("measures")?.Object(new MeasureReading(declared).Measures) ?? new Measures(null, null, []),
            o.Optional("options")?.Keyed(0, 12, new OptionReading(declared).Option) ?? [],
            o.Optional("hazard")?.Object(new HazardReading(declared).Hazard),
            SourceReading.Sources(o["sources"]));
        StakeholderChecks.Circles(situation.Stakeholders, o.Node, o.Notes);
        return situation;
    }

    private static Assumption Assumption(string id, ObjectReader o) =>
        new(id, o["name"].Line(), o["value"].Range(Bounds.Probability), o["source"].Source());

    private static Effect Effect(string id, ObjectReader o) => new(
        id, o["name"].Line(), o["whenPositive"].Passage(), o["whenNegative"].Passage(), o["source"].Source());
}
