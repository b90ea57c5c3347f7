using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Engine.Situations;

namespace Parley.Contracts.Scenarios;

/// <summary>
/// Holds overrides against what they replace: each is grafted onto the situation's own document in place of the range
/// that it addresses, and the situation is read again. So every rule of a situation is a rule for its overrides.
/// </summary>
internal static class OverrideChecks
{
    public static void Check(Situation situation, Node scenario, Notes notes)
    {
        if (scenario["assumptions"]?["overrides"] is not { } overrides)
            return;

        var document = Parsed.Of(CanonicalJson.Of(situation), int.MaxValue).Root!;
        var before = new Notes();
        SituationReader.Read(document, before);
        var refused = notes.Findings.Select(f => f.At).ToHashSet();
        var grafted = new List<Member>();
        foreach (var (pointer, value) in overrides.Members.DistinctBy(m => m.Name))
        {
            if (!before.Ranges.TryGetValue(pointer, out var replaced))
                notes.Report(value, () => Unknown(pointer, situation, before));
            else if (!refused.Any(node => node == value || node.IsUnder(value)))
            {
                replaced.Parent!.Graft(JsonPointer.LastName(pointer), value);
                grafted.Add(new Member(pointer, value));
            }
        }

        var after = new Notes();
        SituationReader.Read(document, after);
        foreach (var finding in after.Findings)
            notes.Report(finding.At.Root == scenario ? finding : finding with { At = Cause(finding, grafted) ?? overrides, Missing = null });
    }

    private static string Unknown(string pointer, Situation situation, Notes before) =>
        $"{Wording.Quote(pointer)} is not a range of {situation.Id}; "
        + (Nearest.To(pointer, before.Ranges.Keys) is { } near ? $"did you mean {near}?" : "it must be the JSON Pointer of a judgement there.");

    /// <summary>The first override below the place where a rule is broken.</summary>
    private static Node? Cause(Finding finding, IEnumerable<Member> grafted) => grafted
        .FirstOrDefault(m => m.Name.StartsWith(finding.At.Pointer + "/", StringComparison.Ordinal)).Value;
}
