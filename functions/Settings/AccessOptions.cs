namespace Parley.Functions.Settings;

/// <summary>Who may ask.</summary>
public sealed record AccessOptions
{
    /// <summary>
    /// True where App Service authentication stands in front: a request without its principal is refused. Only then are its headers
    /// believed, since anybody can send them to an app that stands alone.
    /// </summary>
    public bool RequireCaller { get; init; }
}
