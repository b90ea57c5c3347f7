namespace Parley.Local.Tests;

/// <summary>The system's clock, which a test may put forward: what waits for minutes is due then.</summary>
internal sealed class ClockAhead : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
