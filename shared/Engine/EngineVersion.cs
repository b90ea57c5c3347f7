namespace Parley.Engine;

/// <summary>The engine's own version, stored with every result.</summary>
public static class EngineVersion
{
    /// <summary>Raised whenever the same situation, scenario and seed would give other bytes.</summary>
    public const string Current = "14";
}
