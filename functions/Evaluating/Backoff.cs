namespace Parley.Functions.Evaluating;

/// <summary>Waits between tries.</summary>
public static class Backoff
{
    /// <summary>By as much of itself a wait is longer at most.</summary>
    private const double MostSpread = 0.25;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Time before a newer app may have taken over and reads what this one cannot.</summary>
    public static TimeSpan UntilUpgraded { get; } = TimeSpan.FromMinutes(5);

    /// <summary>1, 2, 4 … seconds, ten minutes at most, spread so that what failed together does not return together.</summary>
    public static TimeSpan After(int attempt) =>
        Spread(TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Clamp(attempt, 0, 30)), Longest.TotalSeconds / (1 + MostSpread))));

    /// <summary>The lease's end and a little more.</summary>
    public static TimeSpan UntilOver(TimeSpan lease) => Spread(lease > TimeSpan.Zero ? lease : TimeSpan.FromSeconds(1));

    private static TimeSpan Spread(TimeSpan wait) => wait * (1 + Random.Shared.NextDouble() * MostSpread);
}
