using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Parley.Local.Tests;

/// <summary>
/// A sweep shared by two workers, processes as run.sh starts them, of which one is killed in the middle of a chunk and started again: nothing is
/// lost, nothing counts twice, and the result is that of a run in which nobody dies.
/// </summary>
public sealed class TwoWorkersTests(ITestOutputHelper output)
{
    /// <summary>Most variants in one answer.</summary>
    private const int Page = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_sweep_survives_the_death_of_a_worker() => RunAsync(variants: 4_000, draws: 200, leaseSeconds: 5);

    [Fact]
    [Trait("Suite", "Long")]
    public Task A_sweep_of_10_000_variants_at_1_000_draws_survives_the_death_of_a_worker() => RunAsync(variants: 10_000, draws: 1_000, leaseSeconds: 60);

    /// <summary>As large as a sweep may be.</summary>
    [Fact]
    [Trait("Suite", "Long")]
    public Task A_sweep_of_100_000_variants_survives_the_death_of_a_worker() => RunAsync(variants: 100_000, draws: 100, leaseSeconds: 60);

    private async Task RunAsync(int variants, int draws, int leaseSeconds)
    {
        await using var azurite = await Azurite.StartAsync(Directory.CreateTempSubdirectory("parley-sweeps-").FullName, Cancellation);
        Dictionary<string, string> settings = new()
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Evaluation__LeaseSeconds"] = $"{leaseSeconds}",
            ["Evaluation__RenewSeconds"] = $"{leaseSeconds / 2}",
            ["LocalHost__Times__TimerLease"] = "00:00:15", // The shortest there is: the killed worker may hold the timer, too.
        };
        using var first = LocalHostProcess.Start(settings, "--port", "0", "--empty");
        using var http = new HttpClient { BaseAddress = await first.ListeningAsync() };
        var second = LocalHostProcess.Start(settings, "--port", "0", "--empty");
        await second.ListeningAsync();

        var watch = Stopwatch.StartNew();
        var disturbed = await SubmitAsync(http, "disturbed", variants, draws);
        var chunks = new TableServiceClient(azurite.ConnectionString).GetTableClient("sweepchunks");
        var taken = await KillInMidChunkAsync(second, chunks, disturbed);
        second.Dispose();
        second = LocalHostProcess.Start(settings, "--port", "0", "--empty");
        await second.ListeningAsync();
        await SucceededAsync(http, disturbed);
        var withKill = watch.Elapsed;
        var claims = await ClaimsAsync(chunks, disturbed);

        watch.Restart();
        var quiet = await SubmitAsync(http, "quiet", variants, draws);
        await SucceededAsync(http, quiet);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{variants} variants of {draws} draws on two workers: {withKill.TotalSeconds:0.0} s with one killed over {taken} chunks and started again, {watch.Elapsed.TotalSeconds:0.0} s undisturbed; chunks {claims.Count}, begun with {claims.Sum()} times"));

        second.Dispose();
        Assert.True(claims.Sum() > claims.Count, "The killed worker was at no chunk.");
        Assert.Equal(await ResultAsync(http, quiet, variants), await ResultAsync(http, disturbed, variants));
    }

    private static async Task<string> SubmitAsync(HttpClient http, string key, int variants, int draws)
    {
        var json = $$"""
            { "schemaVersion": 1, "title": "Ceasefire, monitoring, guarantees, relief",
              "base": { "schemaVersion": 1, "situation": "ukraine-settlement", "title": "Plain terms", "terms": { "ceasefire": 100 } },
              "vary": { "monitoring": { "low": 0, "high": 100 }, "guarantees": { "low": 0, "high": 100 }, "sanctions": { "low": 0, "high": 100 }, "territorial-control": { "low": 0, "high": 100 } },
              "design": { "latinHypercube": { "size": {{variants}} } }, "draws": {{draws}},
              "outputs": [{ "impact": "ukraine" }, { "impact": "russia" }, { "acceptance": "joint", "fails": { "below": 0.1 } }] }
            """;
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/sweeps") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        message.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(message, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Kills the worker as soon as more chunks are being evaluated than the other one has places for; gives how many there were.</summary>
    private static async Task<int> KillInMidChunkAsync(LocalHostProcess worker, TableClient chunks, string sweep)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            var open = (await RowsAsync(chunks, sweep)).Count(row => row.GetString("Owner")?.Length > 0);
            if (open > Environment.ProcessorCount)
            {
                await worker.SignalAsync("KILL");
                return open;
            }

            await Task.Delay(Pause / 5, patience.Token);
        }
    }

    private static async Task SucceededAsync(HttpClient http, string sweep)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            var status = (await http.GetFromJsonAsync<JsonObject>(sweep, patience.Token))!;
            if ($"{status["status"]}" is not ("Accepted" or "Running"))
            {
                Assert.Equal("Succeeded", $"{status["status"]}");
                return;
            }

            await Task.Delay(Pause, patience.Token);
        }
    }

    /// <summary>The summary and every variant's numbers, which are there once each.</summary>
    private static async Task<string> ResultAsync(HttpClient http, string sweep, int variants)
    {
        var status = (await http.GetFromJsonAsync<JsonObject>(sweep, Cancellation))!;
        Assert.Equal(variants, status["summary"]!["variants"]!.GetValue<int>());
        var table = new StringBuilder();
        for (var from = 0; from < variants; from += Page)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, $"{sweep}/variants?from={from}&limit={Page}");
            message.Headers.Add("Accept", "text/csv");
            using var answer = await http.SendAsync(message, Cancellation);
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            table.Append(page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..]); // Without its head.
        }

        Assert.Equal(
            Enumerable.Range(0, variants),
            $"{table}".Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)));
        return $"{status["summary"]!.ToJsonString()}\n{table}";
    }

    private static async Task<IReadOnlyList<int>> ClaimsAsync(TableClient chunks, string sweep) =>
        [.. (await RowsAsync(chunks, sweep)).Select(row => row.GetInt32("Claims")!.Value)];

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(TableClient chunks, string sweep)
    {
        var partition = sweep.Split('/')[^1];
        return await chunks.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge 'c|' and RowKey lt 'c}}'"), select: ["Claims", "Owner"], cancellationToken: Cancellation).ToListAsync(Cancellation);
    }
}
