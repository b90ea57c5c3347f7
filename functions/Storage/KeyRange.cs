namespace Parley.Functions.Storage;

/// <summary>Row keys from one on, up to but without another.</summary>
public sealed record KeyRange(string From, string Before)
{
    /// <summary>All keys that begin with one component.</summary>
    // '}' is the character after '|', which ends every component.
    public static KeyRange Of(string component) => new($"{component}|", $"{component}}}");
}
