namespace Parley.Local;

/// <summary>Keys for functions above anonymous level. None by default: everything is then open, as with Core Tools.</summary>
public sealed record LocalKeys
{
    /// <summary>Opens functions of level <c>Function</c>.</summary>
    public required string Host { get; init; }

    /// <summary>Opens everything.</summary>
    public required string Master { get; init; }
}
