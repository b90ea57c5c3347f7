using Parley.Benchmarks.Load;
using Parley.Benchmarks.Simulating;

namespace Parley.Benchmarks.Scale;

/// <summary>
/// One machine: two cores, on which Azurite is one thread; submitters that wait for each scenario's end; workers that take two messages and
/// finish both before they take more.
/// </summary>
internal sealed class LocalModel
{
    private const double ShortestPoll = 0.1;
    private const double LongestPoll = 0.5; // maxPollingInterval of host.json

    private readonly Simulation simulation = new();
    private readonly Station cores;
    private readonly Station azurite;
    private readonly Queue<Job> queue = new();
    private readonly CallCosts costs;
    private readonly LoadPlan plan;
    private readonly List<double> ends = [];
    private int submitted;

    private LocalModel(LoadPlan plan, CallCosts costs, int processors)
    {
        (this.plan, this.costs) = (plan, costs);
        (cores, azurite) = (new Station(simulation, processors), new Station(simulation, 1));
    }

    /// <summary>Scenarios a second, and the median seconds from POST to the end as a submitter sees it.</summary>
    public static (double PerSecond, double End) Run(LoadPlan plan, CallCosts costs, int processors)
    {
        var model = new LocalModel(plan, costs, processors);
        for (var submitter = 0; submitter < plan.Submitters; submitter++)
            model.simulation.Start(model.SubmitAsync);
        for (var worker = 0; worker < plan.Workers; worker++)
            model.simulation.Start(model.WorkAsync);
        while (model.ends.Count < plan.Scenarios)
            model.simulation.RunUntil(model.simulation.Now + 0.1);
        return (plan.Scenarios / model.simulation.Now, LoadRound.Median(model.ends));
    }

    private async Task SubmitAsync()
    {
        while (submitted++ < plan.Scenarios)
        {
            var begun = simulation.Now;
            await cores.Serve(costs.OwnAccept);
            await CallAsync(costs.Accept).ConfigureAwait(false);
            await CallAsync(costs.Send).ConfigureAwait(false);
            var job = new Job();
            queue.Enqueue(job);
            do
            {
                await simulation.Wait(LoadPlan.BetweenPolls.TotalSeconds);
                await cores.Serve(costs.OwnLook);
                await CallAsync(costs.Look).ConfigureAwait(false);
            }
            while (!job.HasEnded);
            ends.Add(simulation.Now - begun);
        }
    }

    private async Task WorkAsync()
    {
        var pause = ShortestPoll;
        while (ends.Count < plan.Scenarios)
        {
            await CallAsync(costs.Receive).ConfigureAwait(false);
            Job[] taken = [.. Enumerable.Range(0, Math.Min(LoadPlan.Batch, queue.Count)).Select(_ => queue.Dequeue())];
            if (taken.Length == 0)
            {
                await simulation.Wait(pause);
                pause = Math.Min(2 * pause, LongestPoll);
                continue;
            }

            pause = ShortestPoll;
            await Task.WhenAll(taken.Select(EvaluateAsync)).ConfigureAwait(false);
        }
    }

    private async Task EvaluateAsync(Job job)
    {
        await CallAsync(costs.Read).ConfigureAwait(false);
        await CallAsync(costs.Claim).ConfigureAwait(false);
        await cores.Serve(costs.OwnEvaluate);
        await CallAsync(costs.Result).ConfigureAwait(false);
        await CallAsync(costs.End).ConfigureAwait(false);
        job.HasEnded = true;
        await CallAsync(costs.Delete).ConfigureAwait(false);
    }

    // Azurite's one thread runs on a core like everything else.
    private async Task CallAsync(CallCost cost)
    {
        await cores.Serve(cost.Client);
        await azurite.Enter();
        await cores.Serve(cost.Storage);
        azurite.Leave();
    }

    private sealed class Job
    {
        public bool HasEnded { get; set; }
    }
}
