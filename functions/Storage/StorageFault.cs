using Azure;
using Azure.Identity;

namespace Parley.Functions.Storage;

/// <summary>Tells storage that is away for a moment from everything else that can go wrong.</summary>
public static class StorageFault
{
    /// <summary>No connection, no answer in time, too busy, broken on the other side, or not letting us in: worth trying again later.</summary>
    /// <param name="cancellation">A cancellation that was asked for is no fault.</param>
    public static bool IsTransient(Exception exception, CancellationToken cancellation = default) => exception switch
    {
        RequestFailedException failed => IsTransient(failed),
        // The client pipeline collects the failures of all its tries.
        AggregateException { InnerExceptions: var tries } => tries.All(each => IsTransient(each, cancellation)),
        OperationCanceledException => !cancellation.IsCancellationRequested,
        TimeoutException => true,
        // The connection broke while the answer's body came. What lies on a disk is no storage of ours.
        IOException => exception is not (FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException or PathTooLongException or FileLoadException),
        // No token at the moment: the machine's identity endpoint has its hiccups.
        AuthenticationFailedException => true,
        _ => false,
    };

    /// <summary>What storage refused, by its status alone; null for what is no answer of storage.</summary>
    public static string? RefusalIn(Exception exception) => exception switch
    {
        RequestFailedException refused => $"Storage refused it with {refused.Status} {refused.ErrorCode}".TrimEnd() + ".",
        AggregateException { InnerExceptions: [.., var last] } => RefusalIn(last),
        _ => null,
    };

    /// <summary>Not let in: worth trying again, but nobody is let in before somebody has seen to it.</summary>
    public static bool IsRefusal(Exception exception) => exception is RequestFailedException { Status: 401 or 403 };

    /// <summary>Somebody else has changed, added or removed the row first.</summary>
    public static bool IsConflict(RequestFailedException exception) => exception.Status is 404 or 409 or 412 && !IsTransient(exception);

    // 0: no answer at all. 401, 403: the roles of a new deployment take minutes to arrive, each on its own; whoever withdraws one gives it back.
    // A table that start-up has not created yet is away too.
    private static bool IsTransient(RequestFailedException failed) =>
        failed.Status is 0 or 401 or 403 or 408 or 429 or >= 500 || failed.ErrorCode is "TableNotFound" or "QueueNotFound" or "TableBeingDeleted" or "QueueBeingDeleted";
}
