using Azure.Data.Tables;
using Azure.Storage.Queues;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>What a fleet works on: scenarios or sweeps, each with queues, functions and rows of its own.</summary>
public abstract class Subject
{
    public static Subject Scenarios { get; } = new ScenarioSubject(app => app.AcceptedAsync());

    /// <summary>Those whose result is written in two transactions.</summary>
    public static Subject LongScenarios { get; } = new ScenarioSubject(app => app.AcceptedLongAsync());

    public static Subject Sweeps { get; } = new SweepSubject();

    public abstract QueueClient QueueOf(App app);

    public abstract QueueClient PoisonQueueOf(App app);

    /// <summary>The table that has the outbox rows.</summary>
    public abstract TableClient RowsOf(App app);

    /// <summary>What a worker does with a message.</summary>
    public abstract Task WorkAsync(App app, string message, CancellationToken? stopping);

    public abstract Task WorkOnPoisonAsync(App app, string message);

    /// <summary>The timer that looks after what may be lost.</summary>
    public abstract Task TickAsync(App app);

    /// <summary>What one comes to when nothing goes wrong.</summary>
    public abstract Task<string> UndisturbedAsync(App app);

    /// <summary>Whether every promise is kept, once all has settled.</summary>
    /// <param name="undisturbed">What each of them has to come to that has succeeded.</param>
    public async Task CheckAsync(App app, string undisturbed)
    {
        var rows = await RowsOf(app).RowsAsync();
        foreach (var found in rows.Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal)))
            await CheckOneAsync(app, found.GetGuid("Id")!.Value, rows, undisturbed);
        Assert.DoesNotContain(rows, row => row.RowKey.StartsWith("o|", StringComparison.Ordinal));
        Assert.Empty((await PoisonQueueOf(app).PeekMessagesAsync(32)).Value);
    }

    protected static IEnumerable<string> StatusesListed(Guid id, IEnumerable<TableEntity> rows) =>
        rows.Where(row => row.RowKey.StartsWith("t|", StringComparison.Ordinal) && row.GetGuid("Id") == id).Select(row => row.GetString("Status"));

    protected abstract Task CheckOneAsync(App app, Guid id, IReadOnlyList<TableEntity> rows, string undisturbed);
}
