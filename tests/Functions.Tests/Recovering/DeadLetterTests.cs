using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Parley.Functions.Recovering;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Recovering;

public sealed class DeadLetterTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_scenario_that_was_given_up_is_replayed_as_a_new_run()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app);
        var letter = Assert.Single(await ListedAsync(app));
        Assert.Equal(($"{id}", $"/api/scenarios/{id}"), ($"{letter["scenario"]}", $"{letter["links"]!["scenario"]}"));

        var replayed = await ReplayAsync(app, letter["id"]!);
        await app.RunMessagesAsync();

        Assert.Equal((202, "Accepted", "2"), (replayed.Status, replayed["status"], replayed["generation"]));
        Assert.Equal($"/api/scenarios/{id}", $"{replayed.Headers.Location}");
        Assert.Equal(("Succeeded", "2"), await app.StatusAsync(id) is var status ? (status["status"], status["resultGeneration"]) : default);
        Assert.NotNull((await GetAsync(app, letter["id"]!)).Json["replayedAt"]);
    }

    [Fact]
    public async Task A_replay_whose_message_was_lost_is_asked_for_by_the_outbox()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app);
        var letter = Assert.Single(await ListedAsync(app));
        app.Wire.FailsBefore = call => call.IsSend;
        Assert.Equal(202, (await ReplayAsync(app, letter["id"]!)).Status);
        app.Wire.FailsBefore = _ => false;

        app.Time.Advance(TimeSpan.FromMinutes(3));
        await app.TickAsync();
        await app.RunMessagesAsync();

        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task A_replay_is_answered_also_where_its_letter_could_not_be_marked()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app);
        var letter = Assert.Single(await ListedAsync(app))["id"]!;
        app.Wire.FailsBefore = call => call.Method != "GET" && call.Touches(app.Names.DeadLetters);

        Assert.Equal(202, (await ReplayAsync(app, letter)).Status);

        app.Wire.FailsBefore = _ => false;
        await app.RunMessagesAsync();
        Assert.NotEmpty(await app.ReportAsync(id));
        Assert.Null((await GetAsync(app, letter)).Json["replayedAt"]);
    }

    [Fact]
    public async Task It_is_replayed_once()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app);
        var letter = Assert.Single(await ListedAsync(app))["id"]!;
        await ReplayAsync(app, letter);

        var waiting = await ReplayAsync(app, letter);
        await app.RunMessagesAsync();
        var done = await ReplayAsync(app, letter);

        Assert.Equal((409, "Accepted"), (waiting.Status, waiting["scenarioStatus"]));
        Assert.Equal((409, "Succeeded"), (done.Status, done["scenarioStatus"]));
        Assert.Equal(2, (await app.RowAsync(id)).Generation);
    }

    [Fact]
    public async Task A_letter_that_is_purged_while_it_is_replayed_was_replayed()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app);
        var letter = $"{Assert.Single(await ListedAsync(app))["id"]}";
        var note = Wire.Once(call => call.Touches(app.Names.DeadLetters) && call.Method != "GET");
        app.Wire.Before = async (call, cancellation) =>
        {
            if (note(call))
                await app.Get<DeadLetterTable>().RemoveAsync(letter, cancellation);
        };

        Assert.Equal(202, (await ReplayAsync(app, letter)).Status);
        await app.RunMessagesAsync();

        Assert.NotEmpty(await app.ReportAsync(id));
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    [Theory]
    [InlineData("not JSON", 409)]
    [InlineData("""{"schema":1,"id":"00000000-0000-0000-0000-000000000001","generation":1}""", 404)]
    public async Task What_asks_for_nothing_is_shown_and_not_replayed(string message, int status)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");
        await app.PoisonAsync(message);
        var id = Assert.Single(await ListedAsync(app))["id"]!;

        var (shown, replayed) = (await GetAsync(app, id), await ReplayAsync(app, id));

        Assert.Equal((200, message), (shown.Status, shown["message"]));
        Assert.Equal((status, "application/problem+json"), (replayed.Status, replayed.ContentType));
        Assert.Empty(await app.MessagesAsync());
    }

    [Fact]
    public async Task A_letter_whose_scenario_was_deleted_is_not_replayed()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app);
        await app.DeleteAsync(id);

        Assert.Equal(404, (await ReplayAsync(app, Assert.Single(await ListedAsync(app))["id"]!)).Status);
    }

    [Fact]
    public async Task Many_are_listed_page_by_page()
    {
        await using var app = await App.StartAsync(azurite);
        await KeptAsync(app, 205);

        var ids = new HashSet<string>();
        var pages = 0;
        for (string? next = ""; next is not null; pages++)
        {
            var page = await ListAsync(app, next);
            Assert.All(page.Json["deadLetters"]!.AsArray(), letter => Assert.True(ids.Add($"{letter!["id"]}")));
            next = page.Json["next"]?.ToString() is { } address ? address[address.IndexOf('?')..] : null;
            Assert.InRange(pages, 0, 10);
        }

        Assert.Equal((3, 205), (pages, ids.Count));
    }

    [Fact]
    public async Task An_empty_message_is_a_letter_like_any_other()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("none of ours");
        await app.EvaluateAsync("");

        var answer = await GetAsync(app, Assert.Single(await ListedAsync(app))["id"]!);

        Assert.Equal((200, ""), (answer.Status, answer["message"]));
    }

    [Theory]
    [InlineData("KeptAt", null)]
    [InlineData("KeptAt", "then")]
    [InlineData("Reason", null)]
    [InlineData("Scenario", "a")]
    public async Task The_listing_goes_without_a_letter_that_nobody_can_read(string column, object? value)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("passed over");
        await KeptAsync(app, 2);
        var (damaged, whole) = (Keys.DeadLetter("message 0"), Keys.DeadLetter("message 1"));
        await app.DeadLetters.DamageAsync(damaged, row => row[column] = value);

        var listed = await ListAsync(app);

        Assert.Equal((200, whole), (listed.Status, $"{Assert.Single(listed.Json["deadLetters"]!.AsArray())!["id"]}"));
        await AssertUnreadableAsync(app, damaged);
        // Kept again, it is whole again.
        await KeptAsync(app, 1);
        Assert.Equal(2, (await ListedAsync(app)).Count);
    }

    [Fact]
    public async Task Letters_that_nobody_can_read_hide_no_other_page()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("passed over");
        await KeptAsync(app, 103);
        foreach (var row in (await app.DeadLetters.RowsAsync()).OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(2))
            await app.DeadLetters.DamageAsync(row.RowKey, damaged => damaged["KeptAt"] = "then");

        var first = await ListAsync(app);
        var second = await ListAsync(app, $"{first["next"]}"[$"{first["next"]}".IndexOf('?')..]);

        Assert.Equal((100, 1), (first.Json["deadLetters"]!.AsArray().Count, second.Json["deadLetters"]!.AsArray().Count));
    }

    [Theory]
    [InlineData(Damage.Bytes)]
    [InlineData(Damage.Type)]
    [InlineData(Damage.BreaksOff)]
    public async Task A_letter_whose_message_nobody_can_unpack_is_listed_and_otherwise_422(Damage damage)
    {
        await using var app = await App.StartAsync(azurite);
        await KeptAsync(app, 1);
        var id = Keys.DeadLetter("message 0");
        await app.DeadLetters.DamageAsync(id, row => row["Content00"] = damage switch
        {
            Damage.Bytes => "damaged"u8.ToArray(),
            Damage.Type => "damaged",
            _ => row.GetBinary("Content00")[..^3],
        });

        Assert.Single(await ListedAsync(app));
        await AssertUnreadableAsync(app, id);
    }

    [Theory]
    [InlineData("no-id")]
    [InlineData("' or 1 eq 1")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_letter_is_not_found(string id)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal((404, 404), ((await GetAsync(app, id)).Status, (await ReplayAsync(app, id)).Status));
        Assert.Equal(id[0] == '0' ? 200 : 400, (await ListAsync(app, $"?after={id}")).Status);
    }

    private static async Task KeptAsync(App app, int count)
    {
        foreach (var number in Enumerable.Range(0, count))
            await app.Get<DeadLetterTable>().KeepAsync($"message {number}", "for the test", scenario: null, TestContext.Current.CancellationToken);
    }

    private static async Task AssertUnreadableAsync(App app, string id)
    {
        foreach (var answer in new[] { await GetAsync(app, id), await ReplayAsync(app, id) })
            Assert.Equal((422, "The dead letter can no longer be read"), (answer.Status, answer["title"]));
    }

    private static async Task<Guid> GivenUpAsync(App app)
    {
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Wire.Before = (call, _) => Workers.IsEnd(call) ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.EvaluateAsync(Requests.Message(id)));
        app.Wire.Before = (_, _) => Task.CompletedTask;
        await app.PoisonAsync(Requests.Message(id));
        Assert.Equal(ScenarioStatus.Failed, (await app.RowAsync(id)).Status);
        return id;
    }

    private static async Task<IReadOnlyList<JsonNode>> ListedAsync(App app) => [.. (await ListAsync(app)).Json["deadLetters"]!.AsArray()!];

    private static Task<Answer> ListAsync(App app, string query = "") =>
        app.CallAsync<ListDeadLetters>((function, request) => function.RunAsync(request), request => request.QueryString = new QueryString(query));

    private static Task<Answer> GetAsync(App app, object id) => app.CallAsync<GetDeadLetter>((function, request) => function.RunAsync(request, $"{id}"));

    private static Task<Answer> ReplayAsync(App app, object id) => app.CallAsync<ReplayDeadLetter>((function, request) => function.RunAsync(request, $"{id}"));
}
