using System.Text.Json;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>What authors of such documents write: names, texts, members, and pointers to the ranges of situations.</summary>
internal sealed class Vocabulary
{
    private Vocabulary(IReadOnlyList<Part> members, IReadOnlyList<string> pointers)
    {
        Members = members;
        Pointers = pointers;
        Names = [.. members.Select(member => member.Name).Distinct()];
        Texts = [.. members.Select(member => member.Value.Spelling).Where(text => text.StartsWith('"')).Concat(Names).Distinct()];
    }

    public IReadOnlyList<Part> Members { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string> Texts { get; }

    /// <summary>Of all ranges, and of places around them.</summary>
    public IReadOnlyList<string> Pointers { get; }

    public static Vocabulary Of(IEnumerable<byte[]> documents)
    {
        Draft[] drafts = [.. documents.Select(Draft.Of)];
        return new(
            [.. drafts.SelectMany(draft => draft.Places()).Where(place => !place.Owner.IsList).Select(place => place.Owner.Parts![place.Number])],
            [.. drafts.SelectMany(draft => Pointing(draft, "")).Distinct()]);
    }

    private static IEnumerable<string> Pointing(Draft draft, string pointer)
    {
        foreach (var part in draft.IsList ? [] : draft.Parts ?? [])
        {
            var below = $"{pointer}/{JsonSerializer.Deserialize<string>(part.Name)}";
            if (part.Value.Parts?.Any(each => each.Name == "\"mode\"") == true)
                yield return below;
            foreach (var inner in Pointing(part.Value, below))
                yield return inner;
        }
    }
}
