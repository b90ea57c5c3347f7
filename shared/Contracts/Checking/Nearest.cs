namespace Parley.Contracts.Checking;

/// <summary>The name that a misspelt one was probably meant to be.</summary>
internal static class Nearest
{
    private const int LongestName = 200;

    /// <summary>The known name with the fewest edits, if they are few; the first of equals.</summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;

        var limit = Math.Max(1, name.Length / 3);
        return known
            .Where(other => Math.Abs(other.Length - name.Length) <= limit)
            .Select(other => (Name: other, Edits: Edits(name, other)))
            .Where(other => other.Edits <= limit)
            .OrderBy(other => other.Edits)
            .Select(other => other.Name)
            .FirstOrDefault();
    }

    /// <summary>Insertions, deletions and replacements, letter case apart (Levenshtein 1966).</summary>
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
