using System.Globalization;
using System.Text.Json;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>Holds the pointers of problems against the document that has them.</summary>
internal static class Pointing
{
    /// <summary>Deeper than any document that a problem points into.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 40 };

    /// <summary>The problems whose pointer leads to nothing, nor, where they say that something is missing, to an object that misses it.</summary>
    public static IReadOnlyList<Problem> Astray(byte[] document, IEnumerable<Problem> problems)
    {
        Problem[] below = [.. problems.Where(problem => problem.Pointer.Length > 0)];
        if (below.Length == 0)
            return [];
        using var parsed = JsonDocument.Parse(document, Options);
        return [.. below.Where(problem => !Leads(parsed.RootElement, problem.Pointer, problem.Detail.Contains(" is missing ", StringComparison.Ordinal)))];
    }

    private static bool Leads(JsonElement document, string pointer, bool isMissing)
    {
        if (pointer[0] != '/')
            return false;
        string[] names = [.. pointer.Split('/')[1..].Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        var parents = names[..^1].Aggregate(new[] { document }.AsEnumerable(), (elements, name) => elements.SelectMany(element => Under(element, name)));
        return parents.Any(parent => Under(parent, names[^1]).Any() != isMissing && (!isMissing || parent.ValueKind == JsonValueKind.Object));
    }

    // All of that name: a repeated member is a problem with a pointer too.
    private static IEnumerable<JsonElement> Under(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.NameEquals(name)).Select(member => member.Value),
        JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < element.GetArrayLength() => [element[number]],
        _ => [],
    };
}
