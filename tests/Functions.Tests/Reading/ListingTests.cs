using System.Collections.Concurrent;
using Azure.Data.Tables;
using Parley.Engine.Scenarios;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Reading;

public sealed class ListingTests(SharedAzurite azurite)
{
    [Fact]
    public async Task The_newest_comes_first_whatever_shard_it_is_in()
    {
        await using var app = await App.StartAsync(azurite);
        var titles = await SubmitAsync(app, 40);

        Assert.Equal(titles.Reverse(), await app.ListAsync("?limit=100").TitlesAsync());
        Assert.True((await app.Scenarios.RowsAsync()).Select(row => row.PartitionKey).Distinct().Count() > 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task Following_the_links_shows_every_scenario_once(int limit)
    {
        await using var app = await App.StartAsync(azurite);
        var titles = await SubmitAsync(app, 20);

        Assert.Equal(titles.Reverse(), await FollowAsync(app, $"?limit={limit}"));
    }

    [Fact]
    public async Task What_is_submitted_while_a_client_turns_pages_moves_nothing()
    {
        await using var app = await App.StartAsync(azurite);
        var titles = await SubmitAsync(app, 10);
        var first = await app.ListAsync("?limit=5");
        await SubmitAsync(app, 5);

        var second = await app.ListAsync(QueryOf(first["next"])).TitlesAsync();

        Assert.Equal(titles.Reverse().Skip(5).Take(5), second);
    }

    [Fact]
    public async Task It_can_be_narrowed_to_a_status_or_a_situation()
    {
        await using var app = await App.StartAsync(azurite);
        await SubmitAsync(app, 3);
        await app.RunMessagesAsync();
        await app.AcceptedAsync(Requests.Scenario("waiting"));

        Assert.Equal(["waiting"], await app.ListAsync("?status=Accepted").TitlesAsync());
        Assert.Equal(["waiting"], await app.ListAsync("?status=accepted").TitlesAsync());
        Assert.Equal(["2", "1", "0"], await app.ListAsync("?status=Succeeded").TitlesAsync());
        Assert.Equal(4, (await app.ListAsync("?situation=river-treaty").TitlesAsync()).Count);
        Assert.Empty(await app.ListAsync("?situation=no-such-river").TitlesAsync());
    }

    [Fact]
    public async Task A_page_says_where_the_next_one_is_in_a_header_and_in_the_body()
    {
        await using var app = await App.StartAsync(azurite);
        await SubmitAsync(app, 3);

        var first = await app.ListAsync("?limit=2&status=Accepted");
        var last = await app.ListAsync(QueryOf(first["next"]));

        Assert.Equal($"<{first["next"]}>; rel=\"next\"", first.Headers.Link);
        Assert.Contains("limit=2&status=Accepted&after=", first["next"]);
        Assert.Null(last.Json["next"]);
        Assert.Equal("", $"{last.Headers.Link}");
    }

    [Fact]
    public async Task A_long_search_gives_short_pages_that_go_on()
    {
        await using var app = await App.StartAsync(azurite);
        // Ten rows a page and four pages a request: the last of 90 rows in one shard is out of reach of the first request.
        await FillShardAsync(app, rows: 90);

        var first = await app.ListAsync("?limit=1&status=Failed");

        Assert.Empty(first.Json["scenarios"]!.AsArray());
        Assert.NotNull(first.Json["next"]);
        Assert.Equal(["oldest"], await FollowAsync(app, "?limit=1&status=Failed"));
    }

    [Fact]
    public async Task Empty_pages_of_storage_lead_nobody_in_a_circle()
    {
        await using var app = await App.StartAsync(azurite);
        await FillShardAsync(app, rows: 90);
        // Six empty pages at the start of every query, which is more than a request may read of others.
        var given = new ConcurrentDictionary<string, int>();
        app.Wire.Answers = call =>
        {
            if (call.Method != "GET" || !call.Target.Contains("RowKey gt 't|", StringComparison.Ordinal))
                return null;
            var query = call.Target[call.Target.IndexOf("PartitionKey eq '", StringComparison.Ordinal)..].Split('&')[0];
            return given.AddOrUpdate(query, 1, (_, pages) => pages + 1) <= 6 ? new EmptyPage(query.Split('\'')[1], "t|") : null;
        };

        var pages = 0;
        Assert.Equal(["oldest"], await FollowAsync(app, "?limit=1&status=Failed", () => Assert.InRange(pages++, 0, 10)));
        Assert.True(pages > 1);
    }

    [Fact]
    public async Task It_can_be_narrowed_to_a_kind_and_to_a_time()
    {
        await using var app = await App.StartAsync(azurite);
        var begun = app.Time.GetUtcNow();
        await SubmitAsync(app, 6);
        string At(double seconds) => Uri.EscapeDataString(begun.AddSeconds(seconds).ToString("O"));

        Assert.Equal(["5", "4"], await app.ListAsync($"?acceptedFrom={At(4)}").TitlesAsync());
        Assert.Equal(["1", "0"], await app.ListAsync($"?acceptedBefore={At(2)}").TitlesAsync());
        Assert.Equal(["3", "2"], await app.ListAsync($"?acceptedFrom={At(2)}&acceptedBefore={At(4)}").TitlesAsync());
        Assert.Equal(["3", "2", "1"], await FollowAsync(app, $"?acceptedFrom={At(0.5)}&acceptedBefore={At(3.5)}&limit=1"));
        Assert.Empty(await app.ListAsync($"?acceptedFrom={At(4)}&acceptedBefore={At(2)}").TitlesAsync());
        Assert.Equal(6, (await app.ListAsync("?kind=constructed").TitlesAsync()).Count);
        Assert.Empty(await app.ListAsync("?kind=Proposal").TitlesAsync());
        Assert.Equal(6, (await app.ListAsync("?acceptedFrom=2000-01-01T00:00%2B02:00&kind=Constructed&status=Accepted&situation=river-treaty").TitlesAsync()).Count);
    }

    [Theory]
    [InlineData("?kind=war", "kind")]
    [InlineData("?kind=0", "kind")]
    [InlineData("?acceptedFrom=2026-11-22", "acceptedFrom")]
    [InlineData("?acceptedFrom=2026-11-22T10:00:00", "acceptedFrom")]
    [InlineData("?acceptedBefore=yesterday&acceptedFrom=", "acceptedBefore,acceptedFrom")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=ten", "limit")]
    [InlineData("?limit=", "limit")]
    [InlineData("?status=Deleting", "status")]
    [InlineData("?status=1", "status")]
    [InlineData("?situation=", "situation")]
    [InlineData("?situation=River", "situation")]
    [InlineData("?situation=river treaty", "situation")]
    [InlineData("?situation=' or 1 eq 1", "situation")]
    [InlineData("?after=abc", "after")]
    [InlineData("?after=dHxmb28", "after")]
    [InlineData("?colour=red", "colour")]
    [InlineData("?limit=1&limit=2", "limit")]
    [InlineData("?limit=0&colour=red", "colour,limit")]
    public async Task A_question_that_is_not_understood_is_refused(string query, string names)
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.ListAsync(query);

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(names.Split(','), answer.Parameters.Order());
    }

    [Theory]
    [InlineData("kind", "kind must be one of constructed, proposal.")]
    [InlineData("status", "status must be one of Accepted, Running, Succeeded, Failed, Cancelling, Cancelled.")]
    public async Task What_would_be_right_is_spelt_as_answers_spell_it(string name, string detail)
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.ListAsync($"?{name}=war");

        Assert.Equal(detail, answer.Json["problems"]![0]!["detail"]!.ToString());
    }

    [Fact]
    public async Task The_next_page_is_asked_for_in_the_words_of_answers_however_the_first_was()
    {
        await using var app = await App.StartAsync(azurite);
        await SubmitAsync(app, 2);

        var first = await app.ListAsync("?limit=1&kind=CONSTRUCTED&status=accepted");

        Assert.Contains("status=Accepted&kind=constructed&after=", first["next"], StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> SubmitAsync(App app, int count)
    {
        string[] titles = [.. Enumerable.Range(0, count).Select(number => $"{number}")];
        foreach (var title in titles)
        {
            await app.AcceptedAsync(Requests.Scenario(title));
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        return titles;
    }

    private static async Task<IReadOnlyList<string>> FollowAsync(App app, string query, Action? onPage = null)
    {
        var titles = new List<string>();
        for (string? next = $"/api/scenarios{query}"; next is not null;)
        {
            onPage?.Invoke();
            var page = await app.ListAsync(QueryOf(next));
            titles.AddRange(await Task.FromResult(page).TitlesAsync());
            Assert.InRange(titles.Count, 0, 1000); // Pages that lead in a circle.
            next = page.Json["next"]?.ToString();
        }

        return titles;
    }

    private static string QueryOf(string address) => address[address.IndexOf('?')..];

    private static async Task FillShardAsync(App app, int rows)
    {
        var ids = Enumerable.Range(0, int.MaxValue).Select(_ => Guid.NewGuid()).Where(id => Keys.Shard(id) == "00").Take(rows);
        var actions = ids.Select((id, age) => new TableTransactionAction(TableTransactionActionType.Add, ListingColumns.Write(new ScenarioRow(
            id,
            age == rows - 1 ? "oldest" : "younger",
            ScenarioKind.Constructed,
            new SituationVersion("river-treaty", 1, "hash"),
            Fingerprint: "",
            Cost: 1,
            app.Time.GetUtcNow().AddMinutes(-age),
            age == rows - 1 ? ScenarioStatus.Failed : ScenarioStatus.Succeeded))));
        await app.Scenarios.SubmitTransactionAsync(actions);
    }
}
