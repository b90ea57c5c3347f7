namespace Parley.Functions.Publishing;

/// <summary>Headers that every answer of a function has.</summary>
public static class SurfaceHeaders
{
    public static IReadOnlyList<string> OnEveryAnswer { get; } = [];
}
