using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Parley.Functions;
using Parley.Functions.Evaluating;
using Parley.Functions.Specifying;

namespace Parley.Local.Tests;

/// <summary>Storage that stops answering under load, for as long as one has patience for.</summary>
public sealed class OutageTests
{
    private const int Callers = 4;
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task While_storage_is_away_for_some_seconds_requests_are_refused_in_time_and_nothing_is_lost() => OutlivesAsync(TimeSpan.FromSeconds(8));

    [Fact]
    [Trait("Suite", "Long")]
    public Task While_storage_is_away_for_a_minute_requests_are_refused_in_time_and_nothing_is_lost() => OutlivesAsync(TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Whatever_is_asked_while_storage_is_away_is_answered_in_time()
    {
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        await using var host = await FunctionHost.StartAsync(FunctionApp.Options(Product.Settings(azurite.ConnectionString)) with { Times = Product.Times }, Cancellation);
        var caller = new Caller();
        await caller.SubmitAsync(() => host.Address, "before", Cancellation);
        using var http = new HttpClient { BaseAddress = host.Address };

        await azurite.PauseAsync();
        var answers = await Task.WhenAll(Surface.Operations.Select(async operation =>
        {
            var start = TimeProvider.System.GetTimestamp();
            using var request = new HttpRequestMessage(new HttpMethod(operation.Verb), PathOf(operation, caller.Accepted["before"]))
            {
                Content = operation.Body is null ? null : JsonContent.Create(new { schemaVersion = 1, situation = "ukraine-settlement", title = "Meanwhile", terms = new { ceasefire = 100 } }),
            };
            using var answer = await http.SendAsync(request, Cancellation);
            return (operation.Name, Status: (int)answer.StatusCode, Took: TimeProvider.System.GetElapsedTime(start));
        }));
        await azurite.ResumeAsync();

        Assert.All(answers, answer => Assert.True(answer.Status is 503 or < 500 && answer.Took < AnsweredWithin, $"{answer}"));
        // All but files, the document, probes of life, and what is refused for what it says.
        Assert.InRange(answers.Count(answer => answer.Status == 503), 20, answers.Length);
    }

    private static string PathOf(Operation operation, string scenario) => operation.Route
        .Replace("situations/{id}", "situations/ukraine-settlement", StringComparison.Ordinal)
        .Replace("{id}", scenario, StringComparison.Ordinal)
        .Replace("{number}", "1", StringComparison.Ordinal)
        .Replace("{part}", "impacts", StringComparison.Ordinal)
        .Replace("{*path}", "main.js", StringComparison.Ordinal)
        .Replace("{empty:maxlength(0)?}", "", StringComparison.Ordinal);

    private static async Task OutlivesAsync(TimeSpan outage)
    {
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        var clock = new ClockAhead();
        await using var host = await FunctionHost.StartAsync(
            FunctionApp.Options(Product.Settings(azurite.ConnectionString)) with
            {
                Times = Product.Times,
                AddServices = (services, configuration) => services.AddSingleton<TimeProvider>(clock).AddParley(configuration),
            },
            Cancellation);
        var (caller, over) = (new Caller(), false);
        var load = Enumerable.Range(0, Callers).Select(async each =>
        {
            for (var number = 0; !over; number++)
                await caller.SubmitAsync(() => host.Address, $"{each}-{number}", Cancellation);
        }).ToArray();
        while (caller.Accepted.Count < 2 * Callers)
            await Task.Delay(10, Cancellation);

        await azurite.PauseAsync();
        await Task.Delay(outage, Cancellation);
        var refused = caller.Refusals.ToArray();
        await azurite.ResumeAsync();
        var (before, enough) = (caller.Accepted.Count, 2 * Callers);
        while (caller.Accepted.Count < before + enough)
            await Task.Delay(10, Cancellation);
        over = true;
        await Task.WhenAll(load);

        Assert.True(refused.Length >= Callers, $"{refused.Length} were refused.");
        Assert.All(refused, took => Assert.InRange(took, TimeSpan.Zero, AnsweredWithin));
        clock.Ahead = TimeSpan.FromMinutes(3);
        await ActivatorUtilities.CreateInstance<ResendOutbox>(host.Services).RunAsync(new(), Cancellation); // What could not be sent.
        await new Ledger(azurite.ConnectionString).AllHaveSucceededAsync([.. caller.Accepted.Values], Cancellation);
    }
}
