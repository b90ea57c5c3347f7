using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>
/// The app on some storage as callers and the queue see it: one instance serves, and when it is killed another one takes over. It does what a
/// host does: receives messages, runs them, deletes them, and moves to the poison queue what failed too often.
/// </summary>
public sealed class Fleet : IAsyncDisposable
{
    private const string Done = "";
    private const int MostDequeues = 5;
    private const int MostRounds = 20;
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly string connection;
    private readonly Subject subject;
    private readonly List<Instance> instances = [];
    private readonly List<string> expectedWarnings = [];

    private Fleet(string connection, Subject subject, App observer, CallNumbers calls) =>
        (this.connection, this.subject, Observer, Calls) = (connection, subject, observer, calls);

    /// <summary>Is never struck: prepares what is walked, and looks at what has become of it.</summary>
    public App Observer { get; }

    public CallNumbers Calls { get; }

    private QueueClient Queue => subject.QueueOf(Observer);

    private QueueClient PoisonQueue => subject.PoisonQueueOf(Observer);

    public static async Task<Fleet> StartAsync(string connection, Subject subject, App observer, params IReadOnlyList<Strike> strikes)
    {
        var fleet = new Fleet(connection, subject, observer, new CallNumbers(strikes));
        await fleet.TakeOverAsync();
        return fleet;
    }

    /// <summary>Asks as a caller does who was told that asking again is safe.</summary>
    public async Task<Answer> AskAsync(Func<App, Task<Answer>> request)
    {
        for (var tries = 0; ; tries++)
        {
            Assert.InRange(tries, 0, 5);
            if (await DoAsync(request) is { Status: not 503 } answer)
                return answer;
        }
    }

    /// <summary>Receives a message, if one is there, and deals with it.</summary>
    public async Task WorkAsync(CancellationToken? stopping = null)
    {
        if ((await Queue.PeekMessageAsync()).Value is null)
            return; // A poll that finds nothing belongs to no scenario.
        QueueMessage? message = null;
        await TryAsync(async app => message = await subject.QueueOf(app).ReceiveMessageAsync(TenMinutes));
        if (message is null)
            return;
        var outcome = await TryAsync(app => subject.WorkAsync(app, message.MessageText, stopping));
        if (outcome is Done || outcome is not null && message.DequeueCount >= MostDequeues && await PoisonAsync(message))
            await TryAsync(app => subject.QueueOf(app).DeleteMessageAsync(message.MessageId, message.PopReceipt));
    }

    /// <summary>Receives a message, and takes so long before a call that a number of signs of life are due; only they have numbers.</summary>
    /// <param name="before">What the call is for; null for the evaluation of a chunk, which makes none.</param>
    public async Task WorkSlowlyAsync(string? before, int signs, TimeSpan each)
    {
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (app, here) = (instances[^1].App, Wire.Once(call => CallNames.Of(call) == before));
        app.Wire.Before = async (call, _) =>
        {
            if (!here(call))
                return;
            reached.SetResult();
            await goOn.Task;
        };
        if (before is null)
        {
            instances[^1].BeforeVariants = () =>
            {
                reached.SetResult();
                return goOn.Task;
            };
        }

        Calls.Counts = _ => false;
        var work = WorkAsync();
        await reached.Task;
        Calls.Counts = _ => true;
        for (var sign = 1; sign <= signs && !instances[^1].Killed.IsCompleted; sign++)
        {
            var given = Calls.Numbered.Count;
            Observer.Time.Advance(each);
            while (Calls.Numbered.Count == given && !work.IsCompleted)
                await Task.Delay(1);
        }

        Calls.Counts = _ => false;
        goOn.SetResult();
        await work;
    }

    /// <summary>The timer once: its calls have numbers, its looks at shards where nothing is to be done have none.</summary>
    public async Task TickAsync()
    {
        var shards = (await subject.RowsOf(Observer).RowsAsync()).Where(row => row.RowKey.StartsWith("o|", StringComparison.Ordinal)).Select(row => $"'{row.PartitionKey}'").ToArray();
        Calls.Counts = call => CallNames.Of(call) != "due" || shards.Any(shard => call.Touches(shard));
        await TryAsync(subject.TickAsync);
        Calls.Counts = _ => false;
    }

    public async Task WorkOnPoisonAsync()
    {
        foreach (var poisoned in (await PoisonQueue.ReceiveMessagesAsync(32, TenMinutes)).Value)
        {
            if (await TryAsync(app => subject.WorkOnPoisonAsync(app, poisoned.MessageText)) is Done)
                await PoisonQueue.DeleteMessageAsync(poisoned.MessageId, poisoned.PopReceipt);
            else
                await PoisonQueue.UpdateMessageAsync(poisoned.MessageId, poisoned.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        }
    }

    /// <summary>Something that a process does: the name of what it threw, empty when it did not, null when it was killed over it.</summary>
    public Task<string?> TryAsync(Func<App, Task> action) => DoAsync(app => OutcomeAsync(() => action(app)));

    /// <summary>A warning that the path brings about, whatever goes wrong on it.</summary>
    public void ExpectWarning(string part)
    {
        expectedWarnings.Add(part);
        instances[^1].App.ExpectWarning(part);
    }

    /// <summary>Stops the host that serves at a call that comes; what is at work there is told to end.</summary>
    public void StopAt(Func<Call, bool> at, CancellationTokenSource stopping) => MeanwhileAt(at, stopping.CancelAsync);

    /// <summary>Has a process work on a message, and kills it at a call; what the queue holds stays there.</summary>
    public async Task KillOverAsync(string message, Func<Call, bool> at)
    {
        await instances[^1].App.KillDuringAsync(app => subject.WorkAsync(app, message, stopping: null), at);
        await TakeOverAsync();
    }

    /// <summary>Has somebody else do something when the process that serves comes to a call, before the call is sent.</summary>
    public void MeanwhileAt(Func<Call, bool> at, Func<Task> meanwhile)
    {
        var here = Wire.Once(at);
        instances[^1].App.Wire.Before = (call, _) => here(call) ? meanwhile() : Task.CompletedTask;
    }

    /// <summary>Keeps calls of the process that serves from storage, until it is told otherwise; those have no numbers.</summary>
    public void KeepFromStorage(Func<Call, bool> which) => instances[^1].App.Wire.FailsBefore = which;

    /// <summary>What a process takes of a caller's allowance serves many submissions, and is a call of the first one's.</summary>
    public void CountAllowances() =>
        Calls.Counts = call => !CallNumbers.IsPoll(call) || CallNames.Of(call).EndsWith("allowance", StringComparison.Ordinal);

    /// <summary>
    /// Lets the service go on until nothing is left to do. At first messages come back at once, as after a deployment; then time passes, for
    /// leases, for messages whose receiver is gone, and for the outbox.
    /// </summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round == 0 || !await IsSettledAsync(); round++)
        {
            Assert.InRange(round, 0, MostRounds);
            if (round > 0)
                Observer.Time.Advance(TimeSpan.FromMinutes(3));
            await ReturnInvisibleAsync();
            // Those that are there now: one that waits for a lease comes back at once, since Azurite's clock is not ours to turn.
            for (var messages = await CountAsync(Queue); messages > 0; messages--)
                await WorkAsync();
            await WorkOnPoisonAsync();
            await TryAsync(subject.TickAsync);
        }
    }

    /// <summary>Purges by age, and what is left over from somebody who died over it, every hour until a purge meets no fault.</summary>
    public async Task PurgeHourlyAsync()
    {
        bool wasStruck;
        do
        {
            var struck = Calls.Struck;
            await TryAsync(app => app.PurgeAsync());
            await SettleAsync();
            Observer.Time.Advance(TimeSpan.FromHours(1));
            wasStruck = Calls.Struck > struck;
        }
        while (wasStruck);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
            await instance.DisposeAsync();
    }

    private static async Task<int> CountAsync(QueueClient queue) => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    // A host catches whatever a function throws.
    private static async Task<string> OutcomeAsync(Func<Task> action)
    {
        try
        {
            await action();
            return Done;
        }
        catch (Exception thrown)
        {
            return thrown.GetType().Name;
        }
    }

    private async Task<T?> DoAsync<T>(Func<App, Task<T>> action)
        where T : class
    {
        var instance = instances[^1];
        var doing = action(instance.App);
        if (await Task.WhenAny(doing, instance.Killed) == doing)
            return await doing;
        await TakeOverAsync();
        return null;
    }

    private async Task TakeOverAsync()
    {
        instances.Add(await Instance.StartAsync(connection, Observer, Calls));
        foreach (var part in expectedWarnings)
            instances[^1].App.ExpectWarning(part);
    }

    // What a host does not delete is there again in the end.
    private async Task ReturnInvisibleAsync()
    {
        foreach (var (id, receipt) in instances.SelectMany(instance => instance.Received))
        {
            try
            {
                await Queue.UpdateMessageAsync(id, receipt, visibilityTimeout: TimeSpan.Zero);
            }
            catch (RequestFailedException gone) when (gone.Status is 400 or 404)
            {
                // Deleted, or received again since.
            }
        }
    }

    private async Task<bool> PoisonAsync(QueueMessage message) =>
        await TryAsync(app => subject.PoisonQueueOf(app).SendMessageAsync(message.MessageText)) is Done;

    private async Task<bool> IsSettledAsync()
    {
        if (await CountAsync(Queue) + await CountAsync(PoisonQueue) > 0)
            return false;
        var rows = await subject.RowsOf(Observer).RowsAsync();
        return !rows.Any(row => row.RowKey.StartsWith("o|", StringComparison.Ordinal));
    }
}
