using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;

namespace Parley.Functions.Tests.Running;

/// <summary>The requests and messages of sweeps.</summary>
public static class Sweeps
{
    public const int Variants = 1_100;
    public const int Chunks = 3;

    /// <summary>A sweep on the river treaty of three chunks, which take some tens of milliseconds each.</summary>
    public static string Json(string title = "How much water for how much money?", int size = Variants, string vary = """{"discharge":{"low":0,"high":100},"payment":[0,50,100]}""") => $$"""
        {"schemaVersion":1,"title":"{{title}}","base":{{Requests.Scenario()}},"vary":{{vary}},"design":{"latinHypercube":{"size":{{size}} } },
         "draws":200,"outputs":[{"acceptance":"joint"},{"impact":"town","fails":{"below":1} }]}
        """;

    public static Task<Answer> SubmitSweepAsync(this App app, string? json = null, string? key = "sweep-1") =>
        app.CallAsync<SubmitSweep>((function, request) => function.RunAsync(request), App.Json(json ?? Json(), key));

    /// <summary>Submits a sweep that is accepted, and gives its id.</summary>
    public static async Task<Guid> AcceptedSweepAsync(this App app, string? json = null, string? key = "sweep-1")
    {
        var answer = await app.SubmitSweepAsync(json, key);
        Assert.Equal(202, answer.Status);
        return Guid.Parse(answer["id"]);
    }

    public static Task<Answer> ValidateSweepAsync(this App app, string json) =>
        app.CallAsync<ValidateSweep>((function, request) => function.RunAsync(request), App.Json(json));

    public static Task<Answer> SweepAsync(this App app, object id, Action<HttpRequest>? request = null) =>
        app.CallAsync<GetSweep>((function, got) => function.RunAsync(got, $"{id}"), request);

    public static Task<Answer> VariantsAsync(this App app, object id, string query = "", Action<HttpRequest>? request = null) =>
        app.CallAsync<GetVariants>((function, got) => function.RunAsync(got, $"{id}"), got =>
        {
            got.QueryString = new QueryString(query);
            request?.Invoke(got);
        });

    public static Task<Answer> SweepInputsAsync(this App app, object id) =>
        app.CallAsync<GetSweepInputs>((function, request) => function.RunAsync(request, $"{id}"));

    public static Task<Answer> ListSweepsAsync(this App app, string query = "") =>
        app.CallAsync<ListSweeps>((function, request) => function.RunAsync(request), request => request.QueryString = new QueryString(query));

    public static Task<Answer> CancelSweepAsync(this App app, object id, string? ifMatch = null) =>
        app.CallAsync<CancelSweep>((function, request) => function.RunAsync(request, $"{id}"), Condition(ifMatch));

    public static Task<Answer> DeleteSweepAsync(this App app, object id, string? ifMatch = null) =>
        app.CallAsync<DeleteSweep>((function, request) => function.RunAsync(request, $"{id}"), Condition(ifMatch));

    public static QueueClient SweepQueue(this App app) => app.Get<QueueServiceClient>().GetQueueClient(app.Names.SweepMessages);

    public static TableClient SweepRows(this App app) => app.Get<TableServiceClient>().GetTableClient(app.Names.Sweeps);

    public static TableClient ChunkRows(this App app) => app.Get<TableServiceClient>().GetTableClient(app.Names.SweepChunks);

    public static async Task<SweepRow> SweepRowAsync(this App app, Guid id) =>
        await app.Get<SweepTable>().FindAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"There is no sweep {id}.");

    public static Task<IReadOnlyDictionary<int, SweepChunk>> ChunksAsync(this App app, Guid id) =>
        app.Get<SweepChunkTable>().FindAllAsync(id, CancellationToken.None);

    /// <summary>Damages a column of a chunk's row.</summary>
    public static async Task DamageChunkAsync(this App app, Guid id, int chunk, string column, object? value)
    {
        var rows = app.ChunkRows();
        var row = (await rows.GetEntityAsync<TableEntity>(Keys.SweepChunks(id), Keys.Chunk(chunk))).Value;
        row[column] = value;
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    /// <summary>The stored numbers of all chunks and the summary, to be compared byte by byte.</summary>
    public static async Task<string> SweepResultAsync(this App app, Guid id)
    {
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        var numbers = (await app.ChunkRows().RowsAsync()).Where(row => row.PartitionKey == $"{id}" && row.RowKey.StartsWith("c|", StringComparison.Ordinal))
            .Select(row => string.Join(' ', row.Where(column => column.Value is byte[]).OrderBy(column => column.Key).Select(column => Convert.ToHexString((byte[])column.Value))));
        var summary = await app.Get<SweepChunkTable>().ReadSummaryAsync(id, CancellationToken.None);
        return $"{string.Join('\n', numbers)}\n{Convert.ToHexString(summary!)}";
    }

    public static Task WorkAsync(this App app, string message, CancellationToken? stopping = null) => ActivatorUtilities
        .CreateInstance<EvaluateSweep>(app.Get<IServiceProvider>()).RunAsync(message, stopping ?? CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

    public static Task WorkAsync(this App app, Guid id, int? chunk = null, CancellationToken? stopping = null) =>
        app.WorkAsync(SweepMessage.For(id, chunk).ToJson(), stopping);

    public static Task PoisonSweepAsync(this App app, string message) =>
        ActivatorUtilities.CreateInstance<ReceiveSweepPoison>(app.Get<IServiceProvider>()).RunAsync(message, CancellationToken.None);

    /// <summary>The timer that looks after sweeps.</summary>
    public static Task LookAsync(this App app) =>
        ActivatorUtilities.CreateInstance<ResendSweeps>(app.Get<IServiceProvider>()).RunAsync(new(), CancellationToken.None);

    /// <summary>Runs the message at the head of the queue of sweeps, as a worker would; false when there is none.</summary>
    public static async Task<bool> RunSweepMessageAsync(this App app, CancellationToken? stopping = null)
    {
        var received = (await app.SweepQueue().ReceiveMessageAsync(TimeSpan.FromMinutes(10), CancellationToken.None)).Value;
        if (received is null)
            return false;
        await app.WorkAsync(received.MessageText, stopping);
        await app.SweepQueue().DeleteMessageAsync(received.MessageId, received.PopReceipt, CancellationToken.None);
        return true;
    }

    public static async Task RunSweepMessagesAsync(this App app)
    {
        for (var messages = 0; await app.RunSweepMessageAsync(); messages++)
            Assert.InRange(messages, 0, 100); // A message that comes back again and again.
    }

    /// <summary>Waits for what another task is bringing about.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
            await Task.Delay(10, patience.Token);
    }

    private static Action<HttpRequest>? Condition(string? ifMatch) => ifMatch is null ? null : request => request.Headers.IfMatch = ifMatch;

    public static async Task<IReadOnlyList<SweepMessage>> SweepMessagesAsync(this App app) =>
        [.. (await app.SweepQueue().PeekMessagesAsync(32)).Value.Select(message => SweepMessage.Parse(message.MessageText)!)];
}
