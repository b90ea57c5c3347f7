namespace Parley.Functions.Storage;

/// <summary>All row keys that begin with one component: from the first on, up to but without the last.</summary>
public sealed record KeyRange(string From, string Before)
{
    // '}' is the character after '|', which ends every component.
    public static KeyRange Of(string component) => new($"{component}|", $"{component}}}");
}
