using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;
using Parley.Functions.Describing;
using Parley.Functions.Specifying;
using Parley.Functions.Tests.Running;
using Parley.Local;

namespace Parley.Functions.Tests.Hosted;

/// <summary>The product as the local host serves it, on 127.0.0.1 and on an Azurite of its own, with its queue and its timers.</summary>
public sealed class HostedApp : IAsyncDisposable
{
    // What the server adds to every answer.
    private static readonly string[] OfTheServer = [HeaderNames.Date, HeaderNames.TransferEncoding, HeaderNames.Connection];

    private readonly Azurite azurite;
    private readonly FunctionHost host;
    private readonly FakeLogCollector log;

    private HostedApp(Azurite azurite, FunctionHost host, FakeLogCollector log) => (this.azurite, this.host, this.log) = (azurite, host, log);

    public Uri Address => host.Address;

    public static async Task<HostedApp> StartAsync(LocalKeys? keys = null, params (string Name, string Value)[] settings)
    {
        var azurite = await Azurite.StartAsync();
        var log = FakeLogCollector.Create(new FakeLogCollectorOptions());
        var options = FunctionApp.Options(settings.Append(("AzureWebJobsStorage", azurite.ConnectionString)).Select(each => KeyValuePair.Create(each.Item1, (string?)each.Item2)));
        var host = await FunctionHost.StartAsync(options with
        {
            Keys = keys,
            AddServices = (services, configuration) =>
            {
                services.AddSingleton(new ShippedFolder(Path.Combine(AppContext.BaseDirectory, "Documents")));
                options.AddServices(services, configuration);
            },
            AddLogging = logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new FakeLoggerProvider(log)),
        });
        return new HostedApp(azurite, host, log);
    }

    public Task<Answer> GetAsync(string target, params IEnumerable<string> headers) => SendAsync("GET", target, null, headers);

    public Task<Answer> PostAsync(string target, string json, params IEnumerable<string> headers) =>
        SendAsync("POST", target, Encoding.UTF8.GetBytes(json), headers.Prepend("Content-Type: application/json"));

    public async Task<Answer> SendAsync(string verb, string target, byte[]? body, IEnumerable<string> headers)
    {
        var answer = await RawHttp.SendAsync(Address, verb, target, body, headers);
        await CheckAsync(answer, Routes.Find(verb, target));
        return answer;
    }

    /// <summary>The bytes and nothing more.</summary>
    public async Task<Answer> SendAsync(byte[] request)
    {
        var answer = await RawHttp.SendAsync(Address, request);
        var first = Encoding.ASCII.GetString(request, 0, Array.IndexOf(request, (byte)'\r')).Split(' ');
        await CheckAsync(answer, Routes.Find(first[0], first[1]));
        return answer;
    }

    /// <summary>
    /// Whatever was asked: no fault, and a refusal is a problem document under the usual headers, or the server's own, which says nothing. What the
    /// operation answers that was asked is held against the document of the surface.
    /// </summary>
    /// <param name="asked">Null where no route leads to one.</param>
    private static async Task CheckAsync(Answer answer, Operation? asked)
    {
        Assert.True(answer.Status < 500, $"{answer.Status} {Encoding.UTF8.GetString(answer.Body)}");
        Discretion.Check(answer);
        Assert.False(answer.Headers.ContainsKey(HeaderNames.Server));
        if (answer.Body.Length > 0 || answer.Status is not (400 or 401 or 403 or 404))
            Assert.All(SecurityHeaders.Names, name => Assert.True(answer.Headers.ContainsKey(name), $"{answer.Status} without {name}."));
        if (answer.Body.Length > 0 && answer.Status >= 400)
            Assert.Equal(("application/problem+json", $"{answer.Status}"), (answer.ContentType, answer["status"]));
        var isTheHosts = answer.Body.Length == 0 && !SecurityHeaders.Names.Any(answer.Headers.ContainsKey);
        Assert.True(isTheHosts || asked is not null, $"Something answered with {answer.Status} where no route leads to anything.");
        Assert.False(isTheHosts && asked is not null && answer.Status == 404, $"{asked?.Name} was asked, and did not answer.");
        if (asked is not null && (!isTheHosts || IsForAKey(asked, answer)))
            await Contract.CheckAsync(asked.Name, answer with { Headers = Own(answer.Headers) });
    }

    // The document knows these, though the host gives them.
    private static bool IsForAKey(Operation asked, Answer answer) => asked.Level == AuthorizationLevel.Admin && answer.Status is 401 or 403;

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await azurite.DisposeAsync();
        Assert.Empty(log.GetSnapshot().Where(record => record.Level >= LogLevel.Warning).Select(record => $"{record.Message} {record.Exception}"));
    }

    private static HeaderDictionary Own(IHeaderDictionary headers) =>
        new(headers.Where(header => !OfTheServer.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary());
}
