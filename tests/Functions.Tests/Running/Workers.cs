using Parley.Functions.Storage;

namespace Parley.Functions.Tests.Running;

/// <summary>Workers that are slow, or end in the middle of something.</summary>
public static class Workers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Evaluates until a request to storage, which waits for the test.</summary>
    public static (Task Evaluation, Task Reached, TaskCompletionSource GoOn) Pause(this App app, Guid id, Func<Call, bool> at, int generation = 1) =>
        app.Pause(worker => worker.EvaluateAsync(Requests.Message(id, generation)), at);

    /// <summary>Works until a request to storage, which waits for the test.</summary>
    public static (Task Work, Task Reached, TaskCompletionSource GoOn) Pause(this App app, Func<App, Task> work, Func<Call, bool> at)
    {
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var here = Wire.Once(at);
        app.Wire.Before = async (call, _) =>
        {
            if (!here(call))
                return;
            reached.TrySetResult();
            await goOn.Task;
        };
        return (Task.Run(() => work(app)), reached.Task.WaitAsync(Patience), goOn);
    }

    /// <summary>Evaluates until a request to storage, from which on nothing leaves or enters the worker any more.</summary>
    public static Task KillDuringAsync(this App app, Guid id, Func<Call, bool> at) =>
        app.KillDuringAsync(worker => worker.EvaluateAsync(Requests.Message(id)), at);

    public static async Task KillDuringAsync(this App app, Func<App, Task> work, Func<Call, bool> at)
    {
        var (_, reached, _) = app.Pause(work, at);
        await reached;
        app.Wire.FailsBefore = _ => true;
    }

    /// <summary>The transaction that names an attempt as the result.</summary>
    public static bool IsEnd(Call call) => call.IsTransaction && call.Body.Contains("\"Succeeded\"", StringComparison.Ordinal);

    /// <summary>Waits for what another task is bringing about.</summary>
    public static async Task UntilAsync(this App app, Guid id, Func<ScenarioRow, bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition(await app.RowAsync(id)))
            await Task.Delay(10, patience.Token);
    }
}
