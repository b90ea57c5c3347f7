using Microsoft.Extensions.Logging;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>A warning means that someone should look.</summary>
internal static partial class EvaluationLog
{
    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: attempt {Attempt} has brought it to its end.")]
    public static partial void Ended(this ILogger log, Guid scenario, string attempt);

    [LoggerMessage(LogLevel.Debug, "Scenario {Scenario}: nothing is left to do for generation {Generation}.")]
    public static partial void NothingToDo(this ILogger log, Guid scenario, int generation);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: another attempt holds it, this message comes back later.")]
    public static partial void HeldByAnother(this ILogger log, Guid scenario);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: another attempt has taken over or somebody has stopped it, this attempt's rows are removed.")]
    public static partial void LeaseLost(this ILogger log, Guid scenario);

    [LoggerMessage(LogLevel.Debug, "Scenario {Scenario}: what other attempts up to generation {Generation} left is removed.")]
    public static partial void Cleared(this ILogger log, Guid scenario, int generation);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: it was stopped and is {Status}.")]
    public static partial void Stopped(this ILogger log, Guid scenario, ScenarioStatus status);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: a sign of life did not get through.")]
    public static partial void RenewalFailed(this ILogger log, Guid scenario, Exception fault);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: the claim could not be given back and ends with its lease.")]
    public static partial void ReleaseFailed(this ILogger log, Guid scenario, Exception fault);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: storage is away, the evaluation comes back later (attempt {Attempt}).")]
    public static partial void StorageAway(this ILogger log, Guid scenario, int attempt, Exception fault);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: the host is stopping, the evaluation comes back.")]
    public static partial void Stopping(this ILogger log, Guid scenario);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: the message was lost, it is sent again (for the {Time}. time).")]
    public static partial void SentAgain(this ILogger log, Guid scenario, int time);

    [LoggerMessage(LogLevel.Information, "Storage is away; the outbox is looked through a minute later.")]
    public static partial void ResendingLater(this ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Scenario {Scenario}: its message could not be sent again.")]
    public static partial void ResendFailed(this ILogger log, Guid scenario, Exception unexpected);

    [LoggerMessage(LogLevel.Warning, "Scenario {Scenario}: a message asks for it, and it is not there.")]
    public static partial void ScenarioMissing(this ILogger log, Guid scenario);

    [LoggerMessage(LogLevel.Warning, "Scenario {Scenario}: what is stored of it can no longer be read.")]
    public static partial void RowUnreadable(this ILogger log, Guid scenario, Exception unreadable);

    [LoggerMessage(LogLevel.Warning, "Scenario {Scenario}: it cannot be evaluated. {Reason}")]
    public static partial void Unanswerable(this ILogger log, Guid scenario, string reason);

    [LoggerMessage(LogLevel.Error, "Scenario {Scenario}: the engine failed, and so has the scenario.")]
    public static partial void EngineFailed(this ILogger log, Guid scenario, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Scenario {Scenario}: given up. {Reason}")]
    public static partial void GivenUp(this ILogger log, Guid scenario, string reason);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: it was poisoned without a failure of its own, it is sent again.")]
    public static partial void PoisonedUnharmed(this ILogger log, Guid scenario);

    [LoggerMessage(LogLevel.Warning, "A message of another version (schema {Schema}) waits for an app that reads it.")]
    public static partial void OtherSchema(this ILogger log, int schema);

    [LoggerMessage(LogLevel.Warning, "A message that is none of ours is kept as a dead letter.")]
    public static partial void Unreadable(this ILogger log);

    [LoggerMessage(LogLevel.Information, "Storage is away; a poisoned message is put back.")]
    public static partial void PoisonLater(this ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Error, "A poisoned message could not be dealt with; it is put back. {Message}")]
    public static partial void PoisonNotHandled(this ILogger log, string message, Exception fault);
}
