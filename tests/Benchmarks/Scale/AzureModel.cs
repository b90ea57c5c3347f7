using Parley.Benchmarks.Load;
using Parley.Benchmarks.Simulating;

namespace Parley.Benchmarks.Scale;

/// <summary>
/// Many workers over Storage: each instance takes two messages, evaluates on its core and finishes both before it takes more; the queue, the
/// shards and the account let through what their published targets allow, evenly spaced.
/// </summary>
internal sealed class AzureModel
{
    private const double ShortestPoll = 0.1;
    private const double LongestPoll = 0.5;

    private readonly Simulation simulation = new();
    private readonly Random random = new(1);
    private readonly Limits limits;
    private readonly Work work;
    private readonly Station[] queues;
    private readonly Station[] accounts;
    private readonly Station[] shards;
    private readonly Queue<double> messages = new();
    private readonly List<double> ends = [];
    private int submitting;

    private AzureModel(Limits limits, Work work)
    {
        (this.limits, this.work) = (limits, work);
        Station[] Stations(int count) => [.. Enumerable.Range(0, count).Select(_ => new Station(simulation, 1))];
        (queues, accounts, shards) = (Stations(limits.Accounts), Stations(limits.Accounts), Stations(limits.Shards * limits.Accounts));
    }

    /// <summary>Scenarios a second that so many workers finish when as many are submitted as they can take.</summary>
    public static double Throughput(int workers, Limits limits, Work work)
    {
        const double WarmUp = 5, Measured = 10;
        var model = new AzureModel(limits, work);
        model.StartWorkers(workers);
        model.simulation.Start(() => model.FillAsync(4 * workers));
        model.simulation.RunUntil(WarmUp);
        var before = model.ends.Count;
        model.simulation.RunUntil(WarmUp + Measured);
        return (model.ends.Count - before) / Measured;
    }

    /// <summary>Seconds from POST to result, sorted, at a rate of Poisson arrivals.</summary>
    public static double[] Latencies(int workers, double perSecond, Limits limits, Work work)
    {
        const double WarmUp = 5, Measured = 20;
        var model = new AzureModel(limits, work);
        model.StartWorkers(workers);
        model.simulation.Start(() => model.ArriveAsync(perSecond));
        model.simulation.RunUntil(WarmUp);
        model.ends.Clear();
        model.simulation.RunUntil(WarmUp + Measured);
        return [.. model.ends.Order()];
    }

    private void StartWorkers(int workers)
    {
        for (var worker = 0; worker < workers; worker++)
        {
            var cores = new Station(simulation, limits.Cores);
            simulation.Start(() => WorkAsync(cores));
        }
    }

    private async Task FillAsync(int depth)
    {
        while (true)
        {
            while (messages.Count + submitting < depth)
                simulation.Start(SubmitAsync);
            await simulation.Wait(0.01);
        }
    }

    private async Task ArriveAsync(double perSecond)
    {
        while (true)
        {
            await simulation.Wait(-Math.Log(1 - random.NextDouble()) / perSecond);
            simulation.Start(SubmitAsync);
        }
    }

    private async Task SubmitAsync()
    {
        var begun = simulation.Now;
        submitting++;
        await RowsAsync(work.AcceptEntities).ConfigureAwait(false);
        await MessageAsync().ConfigureAwait(false);
        submitting--;
        messages.Enqueue(begun);
    }

    private async Task WorkAsync(Station cores)
    {
        await simulation.Wait(random.NextDouble() * LongestPoll);
        var pause = ShortestPoll;
        while (true)
        {
            await MessageAsync().ConfigureAwait(false);
            double[] taken = [.. Enumerable.Range(0, Math.Min(LoadPlan.Batch, messages.Count)).Select(_ => messages.Dequeue())];
            if (taken.Length == 0)
            {
                await simulation.Wait(pause);
                pause = Math.Min(2 * pause, LongestPoll);
                continue;
            }

            pause = ShortestPoll;
            await Task.WhenAll(taken.Select(begun => EvaluateAsync(begun, cores))).ConfigureAwait(false);
        }
    }

    private async Task EvaluateAsync(double begun, Station cores)
    {
        await RowsAsync(1).ConfigureAwait(false);
        await RowsAsync(work.ClaimEntities).ConfigureAwait(false);
        await cores.Serve(work.CpuSeconds);
        await AccountAsync(work.ResultEntities).ConfigureAwait(false); // In a partition of its own.
        await RowsAsync(work.EndEntities).ConfigureAwait(false);
        ends.Add(simulation.Now - begun);
        await MessageAsync().ConfigureAwait(false);
    }

    private async Task RowsAsync(int entities)
    {
        await shards[random.Next(shards.Length)].Serve(entities / limits.PartitionPerSecond);
        await AccountAsync(entities).ConfigureAwait(false);
    }

    private async Task MessageAsync()
    {
        await queues[random.Next(queues.Length)].Serve(1 / limits.QueuePerSecond);
        await AccountAsync(1).ConfigureAwait(false);
    }

    private async Task AccountAsync(int entities)
    {
        await accounts[random.Next(accounts.Length)].Serve((limits.CountsEntities ? entities : 1) / limits.AccountPerSecond);
        await simulation.Wait(limits.CallSeconds);
    }
}

/// <summary>What one scenario asks of a worker and of storage.</summary>
/// <param name="CpuSeconds">Of a worker's core.</param>
internal sealed record Work(double CpuSeconds, int ResultEntities, int AcceptEntities = 3, int ClaimEntities = 2, int EndEntities = 3);
