namespace Parley.Contracts.Parsing;

/// <summary>JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>A reference token with its slash, <c>~</c> and <c>/</c> escaped.</summary>
    public static string Token(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The name of the member that a pointer leads to.</summary>
    public static string LastName(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..]
        .Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>True for a pointer to anything but the whole document.</summary>
    public static bool IsWellFormed(string pointer)
    {
        for (var i = 0; i < pointer.Length; i++)
        {
            if (pointer[i] == '~' && (i + 1 == pointer.Length || pointer[i + 1] is not ('0' or '1')))
                return false;
        }

        return pointer.StartsWith('/');
    }
}
