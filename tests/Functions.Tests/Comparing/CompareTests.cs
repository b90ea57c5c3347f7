using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Comparing;
using Parley.Functions.Answering;
using Parley.Functions.Comparing;
using Parley.Functions.Evaluating;
using Parley.Functions.Settings;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Comparing;

public sealed class CompareTests(SharedAzurite azurite)
{
    private static readonly string Half = Requests.Scenario("Half", draws: 400, seed: 5).Replace("\"draws\"", "\"horizon\":6,\"shortHorizon\":3,\"draws\"", StringComparison.Ordinal);
    private static readonly string Full = Requests.Scenario("Full").Replace("\"discharge\":50", "\"discharge\":{\"low\":60,\"mode\":80,\"high\":95,\"source\":\"guess\"}", StringComparison.Ordinal);

    [Fact]
    public async Task The_answer_is_what_the_engine_says_byte_by_byte_and_says_where_its_settings_come_from()
    {
        await using var app = await App.StartAsync(azurite);
        var (half, full) = (await app.AcceptedAsync(Half), await app.AcceptedAsync(Full));

        var answer = await CompareAsync(app, $"?ids={half},{full}");

        var situation = Situation();
        var comparison = Comparer.Compare(
            situation,
            [new($"{half}", ScenarioReader.Read(Encoding.UTF8.GetBytes(Half), situation).Value!), new($"{full}", ScenarioReader.Read(Encoding.UTF8.GetBytes(Full), situation).Value!)],
            new CommonSettings(200, 5, 10, 3),
            TestContext.Current.CancellationToken);
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(
            """{"chosen":{"draws":"the fewest that one of them has","seed":"that of the first","horizon":"the longest that one of them has","shortHorizon":"that of the first"},"comparison":"""
                + $"{Encoding.UTF8.GetString(CanonicalJson.Of(comparison))}}}",
            Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public async Task Scenarios_are_compared_whatever_became_of_them()
    {
        await using var app = await App.StartAsync(azurite);
        var (waiting, failed, done) = (await app.AcceptedAsync(Full), await app.AcceptedAsync(), await app.AcceptedAsync(Half));
        await SetAsync(app, failed, ScenarioStatus.Failed);
        await SetAsync(app, done, ScenarioStatus.Cancelled);

        Assert.Equal(200, (await CompareAsync(app, $"?ids={waiting},{failed},{done}")).Status);
    }

    [Fact]
    public async Task What_was_asked_for_counts_before_what_the_scenarios_say()
    {
        await using var app = await App.StartAsync(azurite);
        var (half, full) = (await app.AcceptedAsync(Half), await app.AcceptedAsync(Full));

        var answer = (await CompareAsync(app, $"?ids={half},{full}&draws=600&seed=0")).Json;

        Assert.Equal((600, 0), (answer["comparison"]!["draws"]!.GetValue<int>(), answer["comparison"]!["seed"]!.GetValue<long>()));
        Assert.Equal(("as asked for", "as asked for"), (answer["chosen"]!["draws"]!.ToString(), answer["chosen"]!["seed"]!.ToString()));
    }

    [Fact]
    public async Task Scenarios_with_more_draws_than_can_be_waited_for_are_compared_on_fewer()
    {
        await using var app = await App.StartAsync(azurite);
        Guid[] ids = [await app.AcceptedAsync(Requests.Scenario(draws: 1_000_000)), await app.AcceptedAsync(Requests.Scenario(draws: 1_000_000))];

        var plan = await app.Get<ComparisonPlans>().MakeAsync(new ComparisonQuery(ids, null, null), TestContext.Current.CancellationToken);

        Assert.Equal(100_000, plan.Settings.Draws);
        Assert.StartsWith("the most that are answered within seconds", plan.Chosen.Draws, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_time_it_is_read_and_not_made()
    {
        await using var app = await App.StartAsync(azurite);
        var query = $"?ids={await app.AcceptedAsync(Half)},{await app.AcceptedAsync(Full)}";
        var first = await CompareAsync(app, query);
        app.Wire.Forget();

        var second = await CompareAsync(app, query);

        Assert.Equal(first.Body, second.Body);
        Assert.Equal(["GET", "GET", "GET"], app.Wire.Calls.Select(call => call.Method));
        Assert.Single(app.Wire.Calls, call => call.Touches(app.Names.Comparisons));

        // Whatever stands in the row is what is answered: nothing is computed.
        var row = Assert.Single(await Kept(app).RowsAsync());
        var kept = first.Json["comparison"]!.DeepClone();
        kept["note"] = "Kept.";
        Packing.Write(row, Packing.Compress(Encoding.UTF8.GetBytes(kept.ToJsonString())));
        await Kept(app).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, CancellationToken.None);
        Assert.Equal("Kept.", (await CompareAsync(app, query)).Json["comparison"]!["note"]!.ToString());
    }

    [Fact]
    public async Task Other_draws_another_seed_another_order_and_another_month_are_other_comparisons()
    {
        await using var app = await App.StartAsync(azurite);
        var (half, full) = (await app.AcceptedAsync(Half), await app.AcceptedAsync(Full));
        string[] queries = [$"?ids={half},{full}", $"?ids={half},{full}&draws=220", $"?ids={half},{full}&seed=6", $"?ids={full},{half}", $"?ids={full},{half}&draws=200"];
        foreach (var query in queries)
            Assert.Equal(200, (await CompareAsync(app, query)).Status);
        Assert.Equal(4, (await Kept(app).RowsAsync()).Count); // The last asks for what the one before it chose.

        app.Time.Advance(TimeSpan.FromDays(31));
        await CompareAsync(app, queries[0]);

        var rows = await Kept(app).RowsAsync();
        Assert.Equal(5, rows.Count);
        Assert.Equal(2, rows.Select(row => row.PartitionKey).Distinct().Count());
    }

    [Fact]
    public async Task Another_version_of_the_engine_misses_what_this_one_has_kept()
    {
        await using var app = await App.StartAsync(azurite);
        var (half, full) = (await app.AcceptedAsync(Half), await app.AcceptedAsync(Full));
        await CompareAsync(app, $"?ids={half},{full}");
        var kept = Assert.Single(await Kept(app).RowsAsync()).RowKey;
        (Guid, byte[])[] submissions = [(half, await SubmissionAsync(app, half)), (full, await SubmissionAsync(app, full))];
        var situation = (await app.RowAsync(half)).Situation;
        var settings = new CommonSettings(200, 5, 10, 3);

        Assert.Equal(kept, ComparisonKey.Of(EngineVersion.Current, situation, submissions, settings));
        string[] others =
        [
            ComparisonKey.Of("next", situation, submissions, settings),
            ComparisonKey.Of(EngineVersion.Current, situation with { Hash = "other" }, submissions, settings),
            ComparisonKey.Of(EngineVersion.Current, situation, submissions, settings with { Horizon = 9 }),
            ComparisonKey.Of(EngineVersion.Current, situation, submissions, settings with { ShortHorizon = 2 }),
            ComparisonKey.Of(EngineVersion.Current, situation, [submissions[0], (full, submissions[0].Item2)], settings),
        ];
        Assert.Equal(others.Length, others.Append(kept).Distinct().Count() - 1);
    }

    [Fact]
    public async Task A_table_of_comparisons_that_is_away_or_broken_fails_no_answer()
    {
        await using var app = await App.StartAsync(azurite);
        var query = $"?ids={await app.AcceptedAsync(Half)},{await app.AcceptedAsync(Full)}";
        app.Wire.FailsBefore = call => call.Touches(app.Names.Comparisons);
        var first = await CompareAsync(app, query);
        Assert.Equal(200, first.Status);
        Assert.Contains(app.Log, line => line.Contains("not kept", StringComparison.Ordinal));

        app.Wire.FailsBefore = _ => false;
        Assert.Empty(await Kept(app).RowsAsync());
        await CompareAsync(app, query);
        var row = Assert.Single(await Kept(app).RowsAsync());
        row["Content00"] = new byte[] { 1, 2, 3 };
        await Kept(app).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, CancellationToken.None);
        Assert.Equal(first.Body, (await CompareAsync(app, query)).Body);
    }

    [Fact]
    public async Task While_every_core_is_busy_for_long_the_answer_is_503_and_costs_nothing()
    {
        await using var app = await App.StartAsync(azurite);
        var (half, full) = (await app.AcceptedAsync(Half), await app.AcceptedAsync(Full));
        var used = (await app.RowAsync(half)).Cost + (await app.RowAsync(full)).Cost;
        var query = $"?ids={half},{full}";
        for (var place = 0; place < Environment.ProcessorCount; place++)
            await app.Get<EvaluationGate>().EnterAsync(CancellationToken.None);

        // The clock is turned for as long as there is no answer: it begins to count only when the comparison waits for a core.
        var asked = CompareAsync(app, query);
        while (!asked.IsCompleted)
        {
            await Task.WhenAny(asked, Task.Delay(20, CancellationToken.None));
            if (app.Wire.Calls.Any(call => call.Touches(app.Names.Comparisons)))
                app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var answer = await asked;

        Assert.Equal((503, "Not answered in time", "2"), (answer.Status, answer["title"], $"{answer.Headers.RetryAfter}"));
        Assert.Equal("", $"{answer.Headers.ETag}");
        var visit = new Visit(new DefaultHttpContext().Request, "", TimeSpan.FromSeconds(1), app.Time);
        await app.Get<CallerLimits>().ChargeAsync(visit, app.Get<LimitsOptions>().CostPerHour - used); // Nothing of it was used up.
    }

    [Fact]
    public async Task What_the_client_has_already_is_not_sent_again()
    {
        await using var app = await App.StartAsync(azurite);
        var query = $"?ids={await app.AcceptedAsync(Half)},{await app.AcceptedAsync(Full)}";
        var tag = $"{(await CompareAsync(app, query)).Headers.ETag}";
        app.Wire.Forget();

        var again = await CompareAsync(app, query, request => request.Headers.IfNoneMatch = tag);

        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        Assert.Equal((304, 0), (again.Status, again.Body.Length));
        Assert.DoesNotContain(app.Wire.Calls, call => call.Touches(app.Names.Comparisons));
        Assert.NotEqual(tag, $"{(await CompareAsync(app, query, request => request.Headers.Accept = "text/csv")).Headers.ETag}");
        Assert.NotEqual(tag, $"{(await CompareAsync(app, query + "&seed=6")).Headers.ETag}");
    }

    [Fact]
    public async Task A_line_of_the_table_holds_the_numbers_of_the_JSON_answer()
    {
        await using var app = await App.StartAsync(azurite);
        var query = $"?ids={await app.AcceptedAsync(Half)},{await app.AcceptedAsync(Full)},{await app.AcceptedAsync()}";
        var pairs = (await CompareAsync(app, query)).Json["comparison"]!["pairs"]!.AsArray();

        var table = await CompareAsync(app, query, request => request.Headers.Accept = "text/csv");

        var lines = Encoding.UTF8.GetString(table.Body).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        Assert.Equal(("text/csv; charset=utf-8", "Accept"), (table.ContentType, $"{table.Headers.Vary}"));
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        var impacts = pairs.SelectMany(pair => pair!["impacts"]!.AsObject().Select(impact => (Pair: pair, impact.Key, impact.Value)));
        foreach (var ((pair, stakeholder, impact), line) in impacts.Zip(lines.Skip(1), (impact, line) => (impact, line)))
        {
            string Cell(string column) => line[Array.IndexOf(lines[0], column)];
            Assert.Equal((pair["first"]!.ToString(), pair["second"]!.ToString(), stakeholder), (line[0], line[1], line[2]));
            Assert.Equal(Json(impact!["noDeal"]!["difference"]!["value"]), Cell("noDeal.difference"));
            Assert.Equal(Json(impact["statusQuo"]!["probabilityLower"]!["standardError"]), Cell("statusQuo.probabilityLowerStandardError"));
            Assert.Equal(Json(pair["acceptance"]!["stakeholders"]![stakeholder]!["second"]!["value"]), Cell("accepts.second"));
        }

        Assert.Equal(1 + (3 * pairs[0]!["impacts"]!.AsObject().Count), lines.Length);
    }

    private static Task<Answer> CompareAsync(App app, string query, Action<HttpRequest>? also = null) =>
        app.CallAsync<CompareScenarios>((function, request) => function.RunAsync(request), request =>
        {
            request.QueryString = new QueryString(query);
            also?.Invoke(request);
        });

    private static TableClient Kept(App app) => app.Get<TableServiceClient>().GetTableClient(app.Names.Comparisons);

    private static Engine.Situations.Situation Situation() => Shipped.Situations(Path.Combine(AppContext.BaseDirectory, "Documents")).Single().Value;

    private static string Json(JsonNode? node) => node!.ToJsonString();

    private static async Task SetAsync(App app, Guid id, ScenarioStatus status) =>
        Assert.NotNull(await app.Get<ScenarioTable>().ChangeAsync(await app.RowAsync(id) with { Status = status }, CancellationToken.None));

    private static async Task<byte[]> SubmissionAsync(App app, Guid id) =>
        (await app.Get<ScenarioTable>().FindSubmissionAsync(id, CancellationToken.None))!.Value.Submission;
}
