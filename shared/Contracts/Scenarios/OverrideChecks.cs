using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Scenarios;

/// <summary>
/// Holds overrides against what they replace: each is grafted onto the situation's own document in place of the range
/// that it addresses, and the situation is read again. So every rule of a situation is a rule for its overrides.
/// </summary>
internal sealed class OverrideChecks(Situation situation, Scenario scenario, Notes notes)
{
    /// <param name="root">The scenario's document, whose own problems are noted already.</param>
    public void Check(Node root)
    {
        if (root["assumptions"]?["overrides"] is not { } overrides)
            return;

        var document = Parsed.Of(CanonicalJson.Of(situation), int.MaxValue).Root!;
        var grafted = Graft(overrides, document);
        var after = new Notes();
        SituationReader.Read(document, after);
        foreach (var finding in after.Findings)
        {
            var isInOverride = finding.At.Root == root;
            notes.Report(isInOverride ? finding : finding with { At = Cause(finding, grafted) ?? overrides, Missing = null });
        }
    }

    private List<Member> Graft(Node overrides, Node document)
    {
        var before = new Notes();
        SituationReader.Read(document, before);
        var refused = notes.Findings.SelectMany(f => f.At.AndAbove()).ToHashSet();
        var grafted = new List<Member>();
        foreach (var (pointer, value) in overrides.Members.DistinctBy(m => m.Name).Where(m => m.Name.Length <= CollectionSlots.LongestName && JsonPointer.IsWellFormed(m.Name)))
        {
            if (!before.Ranges.TryGetValue(pointer, out var replaced))
                notes.Report(value, () => Unknown(pointer, before.Ranges.Keys));
            else if (refused.Contains(value))
                continue;
            else if (IdleOverride.Reason(pointer, situation, scenario) is { } reason)
                notes.Report(value, reason);
            else
            {
                replaced.Parent!.Graft(JsonPointer.LastName(pointer), value);
                grafted.Add(new Member(pointer, value));
            }
        }

        return grafted;
    }

    private string Unknown(string pointer, IEnumerable<string> ranges)
    {
        var instead = Nearest.To(pointer, ranges) is { } near ? $"did you mean {near}?" : "it must be the JSON Pointer of a judgement there.";
        return $"{Wording.Quote(pointer)} is not a range of {situation.Id}; {instead}";
    }

    /// <summary>The first override below the place where a rule is broken.</summary>
    private static Node? Cause(Finding finding, IEnumerable<Member> grafted) => grafted
        .FirstOrDefault(m => m.Name.StartsWith(finding.At.Pointer + "/", StringComparison.Ordinal)).Value;
}
