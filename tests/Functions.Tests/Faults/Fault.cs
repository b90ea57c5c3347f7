namespace Parley.Functions.Tests.Faults;

/// <summary>What may happen to a call to storage.</summary>
public enum Fault
{
    /// <summary>No connection: the call takes no effect.</summary>
    NotSent,

    /// <summary>The call takes effect, and who made it sees a timeout.</summary>
    AnswerLost,

    /// <summary>The call takes effect, and the connection breaks in the middle of its answer.</summary>
    AnswerBroken,

    /// <summary>Storage answers 503, without effect.</summary>
    Unavailable,

    /// <summary>The process that makes the call ends before it is sent.</summary>
    KilledBefore,

    /// <summary>The process that makes the call ends as soon as it has taken effect.</summary>
    KilledAfter,
}
