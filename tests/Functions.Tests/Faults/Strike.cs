namespace Parley.Functions.Tests.Faults;

/// <summary>A fault at one call.</summary>
/// <param name="Call">The number of the call, from 1.</param>
/// <param name="EveryTry">False: the client's own second try gets through. A killed process has no second try.</param>
public sealed record Strike(int Call, Fault Fault, bool EveryTry)
{
    /// <summary>All that may happen to a call.</summary>
    public static IReadOnlyList<Strike> Kinds { get; } =
    [
        new(0, Fault.NotSent, false), new(0, Fault.NotSent, true),
        new(0, Fault.AnswerLost, false), new(0, Fault.AnswerLost, true),
        new(0, Fault.AnswerBroken, false), new(0, Fault.AnswerBroken, true),
        new(0, Fault.Unavailable, false), new(0, Fault.Unavailable, true),
        new(0, Fault.KilledBefore, true), new(0, Fault.KilledAfter, true),
    ];

    public override string ToString() => $"{Fault}{(EveryTry ? "" : " once")} at call {Call}";
}
