using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Engine;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Comparing;

/// <summary>Makes comparisons, or reads those that were made before. Keeping one is a courtesy: storage that fails in it fails no answer.</summary>
public sealed class Comparisons(ComparisonTable kept, EvaluationGate gate, TimeProvider time, ILogger<Comparisons> log)
{
    private static readonly TimeSpan KeepWithin = TimeSpan.FromSeconds(1);

    // Waiting for a core included. Longer than storage gets: what is given up here is lost, and asking again would begin anew.
    private static readonly TimeSpan MakeWithin = TimeSpan.FromSeconds(30);

    /// <summary>The comparison's canonical JSON; null when there was no room to make it in time.</summary>
    /// <param name="beforeMaking">May refuse to have it made.</param>
    /// <param name="deadline">Ends the looking up; making it has a time of its own.</param>
    public async Task<byte[]?> AnswerAsync(ComparisonPlan plan, Func<Task> beforeMaking, CancellationToken deadline)
    {
        if (await FindAsync(plan, deadline) is { } known)
            return known;
        await beforeMaking();
        if (await RunAsync(plan) is not { } made)
            return null;
        await KeepAsync(plan, made);
        return made;
    }

    private static async Task<byte[]> CompareAsync(ComparisonPlan plan, CancellationToken over) =>
        CanonicalJson.Of(await Task.Run(() => Comparer.Compare(plan.Situation, plan.Scenarios, plan.Settings, over), over));

    private async Task<byte[]?> RunAsync(ComparisonPlan plan)
    {
        using var over = new CancellationTokenSource(MakeWithin, time);
        try
        {
            using var place = await gate.EnterAsync(over.Token);
            return await CompareAsync(plan, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            log.NotInTime(plan.Key);
            return null;
        }
    }

    private async Task<byte[]?> FindAsync(ComparisonPlan plan, CancellationToken deadline)
    {
        using var within = new CancellationTokenSource(KeepWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(within.Token, deadline);
        try
        {
            return await kept.FindAsync(plan.Key, either.Token);
        }
        catch (Exception fault) when (fault is InvalidDataException || StorageFault.IsTransient(fault, CancellationToken.None))
        {
            log.NotRead(plan.Key, fault);
            return null;
        }
    }

    private async Task KeepAsync(ComparisonPlan plan, byte[] comparison)
    {
        using var within = new CancellationTokenSource(KeepWithin, time);
        try
        {
            await kept.KeepAsync(plan.Key, comparison, within.Token);
        }
        catch (Exception fault) when (fault is RowTooLargeException || StorageFault.IsTransient(fault))
        {
            log.NotKept(plan.Key, fault);
        }
    }
}

internal static partial class ComparisonsLog
{
    [LoggerMessage(LogLevel.Information, "Comparison {Comparison}: there was no room to make it in time.")]
    public static partial void NotInTime(this ILogger log, string comparison);

    [LoggerMessage(LogLevel.Information, "Comparison {Comparison}: could not be looked up and is made again.")]
    public static partial void NotRead(this ILogger log, string comparison, Exception fault);

    [LoggerMessage(LogLevel.Information, "Comparison {Comparison}: made, but not kept for the next who asks.")]
    public static partial void NotKept(this ILogger log, string comparison, Exception fault);
}
