using Microsoft.Extensions.Logging;

namespace Parley.Functions.Sweeping;

/// <summary>A warning means that someone should look.</summary>
internal static partial class SweepLog
{
    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: accepted, {Variants} variants in {Chunks} chunks.")]
    public static partial void Accepted(this ILogger log, Guid sweep, int variants, int chunks);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: storage is away, it may have been accepted.")]
    public static partial void MaybeAccepted(this ILogger log, Guid sweep, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: its message could not be sent; it is looked at later.")]
    public static partial void SendFailed(this ILogger log, Guid sweep, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: its {Chunks} chunks are handed out.")]
    public static partial void HandedOut(this ILogger log, Guid sweep, int chunks);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: chunk {Chunk} is done.")]
    public static partial void ChunkDone(this ILogger log, Guid sweep, int chunk);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: it is complete and summarised.")]
    public static partial void Succeeded(this ILogger log, Guid sweep);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: it was deleted and is removed.")]
    public static partial void Removed(this ILogger log, Guid sweep);

    [LoggerMessage(LogLevel.Debug, "Sweep {Sweep}: nothing is left to do for chunk {Chunk}.")]
    public static partial void NothingToDo(this ILogger log, Guid sweep, int chunk);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: another worker is at chunk {Chunk}, this message comes back later.")]
    public static partial void HeldByAnother(this ILogger log, Guid sweep, int chunk);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: the claim on chunk {Chunk} could not be given back and ends with its lease.")]
    public static partial void ReleaseFailed(this ILogger log, Guid sweep, int chunk, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: a sign of life over chunk {Chunk} did not get through.")]
    public static partial void RenewalFailed(this ILogger log, Guid sweep, int chunk, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: another worker has taken chunk {Chunk} over, or it is gone.")]
    public static partial void LeaseLost(this ILogger log, Guid sweep, int chunk);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: a sign of life over its summary did not get through.")]
    public static partial void SummaryRenewalFailed(this ILogger log, Guid sweep, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: the claim on its summary could not be given back and ends with its lease.")]
    public static partial void SummaryReleaseFailed(this ILogger log, Guid sweep, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: storage is away, the work comes back later (attempt {Attempt}).")]
    public static partial void StorageAway(this ILogger log, Guid sweep, int attempt, Exception fault);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: the host is stopping, the work comes back.")]
    public static partial void Stopping(this ILogger log, Guid sweep);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: {Chunks} chunks were lost, they are sent again.")]
    public static partial void SentAgain(this ILogger log, Guid sweep, int chunks);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: chunk {Chunk} has numbers of a newer engine, this message waits for a worker that has it.")]
    public static partial void OfNewerEngine(this ILogger log, Guid sweep, int chunk);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: chunk {Chunk} is not replaced while the sweep is summarised, this message comes back later.")]
    public static partial void BeingSummarised(this ILogger log, Guid sweep, int chunk);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: a worker of another engine replaces a chunk, it is summarised later.")]
    public static partial void SummarisedLater(this ILogger log, Guid sweep);

    [LoggerMessage(LogLevel.Information, "Storage is away; sweeps are looked after a little later.")]
    public static partial void LookingLater(this ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Sweep {Sweep}: a message asks for it, or for a chunk of it, that is not there.")]
    public static partial void SweepMissing(this ILogger log, Guid sweep);

    [LoggerMessage(LogLevel.Warning, "Sweep {Sweep}: given up. {Reason}")]
    public static partial void Failed(this ILogger log, Guid sweep, string reason);

    [LoggerMessage(LogLevel.Information, "Sweep {Sweep}: a message was poisoned without a failure of its own, it is sent again.")]
    public static partial void PoisonedUnharmed(this ILogger log, Guid sweep);

    [LoggerMessage(LogLevel.Warning, "A message of another version (schema {Schema}) waits for an app that reads it.")]
    public static partial void OtherSchema(this ILogger log, int schema);

    [LoggerMessage(LogLevel.Warning, "A message that is none of ours is kept as a dead letter.")]
    public static partial void Unreadable(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "Sweep {Sweep}: what is stored of it can no longer be read.")]
    public static partial void RowUnreadable(this ILogger log, Guid sweep, Exception unreadable);

    [LoggerMessage(LogLevel.Warning, "Sweep {Sweep}: its summary can no longer be read.")]
    public static partial void SummaryUnreadable(this ILogger log, Guid sweep, Exception unreadable);

    [LoggerMessage(LogLevel.Warning, "Sweep {Sweep}: it could not be looked after.")]
    public static partial void LookFailed(this ILogger log, Guid sweep, Exception unexpected);

    [LoggerMessage(LogLevel.Error, "Sweep {Sweep}: the engine failed, and so has the sweep.")]
    public static partial void EngineFailed(this ILogger log, Guid sweep, Exception fault);
}
