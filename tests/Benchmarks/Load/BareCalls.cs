using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Parley.Benchmarks.Scale;
using Parley.Functions.Settings;
using Parley.Functions.Storage;
using Parley.Local;

namespace Parley.Benchmarks.Load;

/// <summary>
/// The calls of storage that a scenario costs, with no product around them: the same clients with the same options, the same rows, as many
/// at a time, in the same order. The rows are made once, of one scenario that the product has evaluated; only their keys change.
/// </summary>
internal sealed class BareCalls
{
    private const string Prefix = "bare";
    private const int AtATime = 8;
    private static readonly TimeSpan NothingFound = TimeSpan.FromMilliseconds(100);

    private readonly TableClient scenarios;
    private readonly TableClient evaluations;
    private readonly QueueClient queue;
    private readonly BareRows rows;

    private BareCalls(TableServiceClient tables, QueueServiceClient queues, BareRows rows)
    {
        scenarios = tables.GetTableClient($"{Prefix}scenarios");
        evaluations = tables.GetTableClient($"{Prefix}evaluations");
        queue = queues.GetQueueClient($"{Prefix}scenarios");
        this.rows = rows;
    }

    /// <param name="evaluated">A scenario that the product has brought to its end.</param>
    public static async Task<BareCalls> PrepareAsync(Azurite azurite, Guid evaluated)
    {
        var options = new StorageOptions { ConnectionString = azurite.ConnectionString };
        var (tables, queues) = (StorageClients.Tables(options, []), StorageClients.Queues(options, []));
        var calls = new BareCalls(tables, queues, await BareRows.OfAsync(tables, evaluated));
        await calls.scenarios.CreateIfNotExistsAsync();
        await calls.evaluations.CreateIfNotExistsAsync();
        await calls.queue.CreateIfNotExistsAsync();
        return calls;
    }

    public string Size => rows.Size;

    public int ResultRows => rows.ResultRows;

    public int StoredBytes => rows.StoredBytes;

    public async Task RunAsync(LoadPlan plan, LoadTimes times)
    {
        using var over = new CancellationTokenSource();
        var workers = Enumerable.Range(0, plan.Workers).Select(_ => Task.Run(() => WorkAsync(over.Token))).ToArray();
        await plan.EachAsync(_ => times.FollowAsync(AcceptAsync, HasEndedAsync));
        await over.CancelAsync();
        await Task.WhenAll(workers);
    }

    /// <summary>Processor time of each call, made some at a time as under load: one at a time they cost more.</summary>
    public async Task<CallCosts> MeasureAsync(Azurite azurite, int times)
    {
        Guid[] ids = [.. Enumerable.Range(0, times).Select(_ => Guid.CreateVersion7())];
        var taken = new ConcurrentBag<QueueMessage>();
        return new CallCosts(
            Accept: await CostAsync(azurite, ids, id => scenarios.SubmitTransactionAsync(rows.Accept(id))),
            Send: await CostAsync(azurite, ids, id => queue.SendMessageAsync(BareRows.Message(id))),
            Receive: await CostAsync(azurite, ids.Take(times / LoadPlan.Batch), async _ => Array.ForEach((await queue.ReceiveMessagesAsync(LoadPlan.Batch)).Value, taken.Add)),
            Read: await CostAsync(azurite, ids, id => scenarios.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Submission(id))),
            Claim: await CostAsync(azurite, ids, id => scenarios.SubmitTransactionAsync(rows.Claim(id, ETag.All))),
            Result: await CostAsync(azurite, ids, id => Task.WhenAll(rows.Result(id).Select(batch => evaluations.SubmitTransactionAsync(batch)))),
            End: await CostAsync(azurite, ids, id => scenarios.SubmitTransactionAsync(rows.End(id, ETag.All))),
            Delete: await CostAsync(azurite, taken, message => queue.DeleteMessageAsync(message.MessageId, message.PopReceipt)),
            Look: await CostAsync(azurite, ids, HasEndedAsync));
    }

    private static async Task<CallCost> CostAsync<T>(Azurite azurite, IEnumerable<T> each, Func<T, Task> call)
    {
        T[] all = [.. each];
        var (client, storage) = (Environment.CpuUsage.TotalTime, LoadRound.CpuOf(azurite));
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (one, _) => await call(one));
        return new CallCost((Environment.CpuUsage.TotalTime - client).TotalSeconds / all.Length, (LoadRound.CpuOf(azurite) - storage) / all.Length);
    }

    private async Task<Guid> AcceptAsync()
    {
        var id = Guid.CreateVersion7();
        await scenarios.SubmitTransactionAsync(rows.Accept(id));
        await queue.SendMessageAsync(BareRows.Message(id), timeToLive: TimeSpan.FromSeconds(-1));
        return id;
    }

    private async Task<bool> HasEndedAsync(Guid id)
    {
        var found = await scenarios.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Submission(id), ScenarioColumns.State);
        return found.Value!.GetString("Status") == nameof(ScenarioStatus.Succeeded);
    }

    private async Task WorkAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var received = (await queue.ReceiveMessagesAsync(LoadPlan.Batch, TimeSpan.FromMinutes(10), CancellationToken.None)).Value;
            if (received.Length == 0)
                await Task.Delay(NothingFound, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await Task.WhenAll(received.Select(message => Task.Run(() => EvaluateAsync(message))));
        }
    }

    private async Task EvaluateAsync(QueueMessage message)
    {
        var id = BareRows.IdOf(message.MessageText);
        var found = await scenarios.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Submission(id));
        var claimed = (await scenarios.SubmitTransactionAsync(rows.Claim(id, found.Value!.ETag))).Value;
        foreach (var batch in rows.Result(id))
            await evaluations.SubmitTransactionAsync(batch);
        await scenarios.SubmitTransactionAsync(rows.End(id, claimed[0].Headers.ETag ?? ETag.All));
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }
}
