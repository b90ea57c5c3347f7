using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Infra.Tests.Starting.Rpc;

namespace Parley.Infra.Tests.Starting;

/// <summary>
/// Starts the published worker as the Functions host does and speaks to it in its protocol: start, index, load, invoke. No listeners,
/// no timers, no keys: which function is invoked, and with what, the test says.
/// </summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource patience = new(Patience);
    private readonly HttpClient http = new();
    private readonly WebApplication app;
    private readonly Conversation conversation;
    private readonly Process worker;

    private WorkerHost(WebApplication app, Process worker) =>
        (this.app, conversation, this.worker) = (app, app.Services.GetRequiredService<Conversation>(), worker);

    /// <summary>Each with its trigger and its other bindings, as the worker tells of them.</summary>
    public IReadOnlyList<RpcFunctionMetadata> Functions { get; private set; } = [];

    public IReadOnlyCollection<string> Log => conversation.Log;

    public static async Task<WorkerHost> StartAsync(string folder, string connectionString)
    {
        var app = Listen();
        await app.StartAsync();
        var host = new WorkerHost(app, StartWorker(folder, app.Urls.Single(), connectionString));
        await host.LoadAsync(folder);
        return host;
    }

    /// <summary>Forwards a request to the worker's own web server, together with what the host has read from the route.</summary>
    public async Task<HttpResponseMessage> SendAsync(string function, HttpRequestMessage request, params (string Name, string Value)[] route)
    {
        var id = $"{Guid.NewGuid()}";
        request.RequestUri = new Uri(Address, request.RequestUri!);
        request.Headers.Add("x-ms-invocation-id", id);
        var sent = new TypedData { Http = new RpcHttp { Method = request.Method.Method, Url = $"{request.RequestUri}" } };
        var invocation = InvokeAsync(function, id, "request", sent, route);
        var answer = await http.SendAsync(request, patience.Token);
        await invocation;
        return answer;
    }

    /// <summary>Hands over a message of a queue.</summary>
    public Task<InvocationResponse> DeliverAsync(string function, string text) =>
        InvokeAsync(function, $"{Guid.NewGuid()}", "text", new TypedData { String = text });

    public async ValueTask DisposeAsync()
    {
        worker.Kill();
        await worker.WaitForExitAsync();
        worker.Dispose();
        await app.DisposeAsync();
        http.Dispose();
        patience.Dispose();
    }

    private Uri Address { get; set; } = new("http://127.0.0.1");

    private static WebApplication Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listening => listening.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<Conversation>();
        var app = builder.Build();
        app.MapGrpcService<Conversation>();
        return app;
    }

    private static Process StartWorker(string folder, string host, string connectionString)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(folder, "Parley.Functions.dll"), "--functions-uri", host, "--functions-worker-id", "worker",
            "--functions-request-id", "start", "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ])
        {
            WorkingDirectory = folder,
        };
        start.Environment["AzureWebJobsStorage"] = connectionString;
        // Where it keeps keys of its own, which nobody needs afterwards.
        start.Environment["HOME"] = Path.Combine(folder, "home");
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = folder;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        return Process.Start(start)!;
    }

    private async Task LoadAsync(string folder)
    {
        var begun = await AskAsync(new() { WorkerInitRequest = new() { HostVersion = "4.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder } });
        Check(begun.WorkerInitResponse.Result);
        Address = new Uri(begun.WorkerInitResponse.Capabilities["HttpUri"]);

        var indexed = await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } });
        Functions = indexed.FunctionMetadataResponse.FunctionMetadataResults;
        foreach (var function in Functions)
        {
            foreach (var binding in function.RawBindings.Select(text => JsonNode.Parse(text)!))
                function.Bindings[$"{binding["name"]}"] = new BindingInfo { Type = $"{binding["type"]}", Direction = Enum.Parse<BindingInfo.Types.Direction>($"{binding["direction"]}", ignoreCase: true) };
            var loaded = await AskAsync(new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } });
            Check(loaded.FunctionLoadResponse.Result);
        }
    }

    private async Task<InvocationResponse> InvokeAsync(
        string function, string id, string parameter, TypedData data, params (string Name, string Value)[] metadata)
    {
        var request = new InvocationRequest
        {
            InvocationId = id,
            FunctionId = Functions.Single(each => each.Name == function).FunctionId,
            TraceContext = new RpcTraceContext(),
            RetryContext = new RetryContext(),
        };
        request.InputData.Add(new ParameterBinding { Name = parameter, Data = data });
        foreach (var (name, value) in metadata)
            request.TriggerMetadata[name] = new TypedData { String = value };
        var answer = (await AskAsync(new() { InvocationRequest = request })).InvocationResponse;
        Check(answer.Result);
        return answer;
    }

    private Task<StreamingMessage> AskAsync(StreamingMessage question) => conversation.AskAsync(question, patience.Token);

    private void Check(StatusResult result) =>
        Assert.True(result.Status == StatusResult.Types.Status.Success, $"{result.Exception?.Message} {result.Exception?.StackTrace}\n{string.Join('\n', Log)}");
}
