namespace Parley.Local;

/// <summary>The genuine host's time constants, with the clock they run on.</summary>
public sealed record HostTimes
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a received message is invisible; renewed at half.</summary>
    public TimeSpan MessageLease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a stop lets running work go on.</summary>
    public TimeSpan RunningWork { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long work that was then told to end may take over it.</summary>
    public TimeSpan CancelledWork { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a host that has gone keeps others from running its timers; storage allows 15 to 60 s.</summary>
    public TimeSpan TimerLease { get; init; } = TimeSpan.FromSeconds(60);
}
