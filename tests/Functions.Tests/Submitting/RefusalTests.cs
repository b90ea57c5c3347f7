using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Parley.Contracts;
using Parley.Contracts.Tests.Fuzzing;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Submitting;

public sealed class RefusalTests(SharedAzurite azurite)
{
    private const string Wrong = """
        {"schemaVersion":1,"situation":"river-treaty","title":"","terms":{"discharge":150,"fish":1},"draws":201,"colour":"red"}
        """;

    /// <summary>In the way that the server tells of it.</summary>
    [Fact]
    public async Task A_client_that_goes_away_while_its_body_is_read_is_not_taken_for_storage_that_is_away()
    {
        await using var app = await App.StartAsync(azurite);
        var body = new Pipe();
        await body.Writer.CompleteAsync(new TaskCanceledException("The request was aborted"));

        var answer = await app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            App.Json(Requests.Scenario())(request);
            request.Body = body.Reader.AsStream();
        });

        Assert.Equal((400, "The body did not arrive"), (answer.Status, answer["title"]));
        Assert.DoesNotContain(app.Log, line => line.Contains("Storage is away", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(199, "199 problems found; nothing was stored.")]
    [InlineData(300, "More than 200 problems found; nothing was stored.")]
    public async Task How_many_problems_there_are_is_said_as_far_as_they_are_told(int wrong, string detail)
    {
        await using var app = await App.StartAsync(azurite);
        var terms = string.Join(',', Enumerable.Range(0, wrong).Select(number => $"\"no-issue-{number}\":5"));

        var answer = await app.SubmitAsync($$"""{"schemaVersion":1,"situation":"river-treaty","title":"Many","terms":{ {{terms}} } }""");

        Assert.Equal((400, detail), (answer.Status, answer["detail"]));
    }

    [Fact]
    public async Task Every_problem_is_reported_at_once_with_its_place()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.SubmitAsync(Wrong);

        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(["/colour", "/draws", "/terms/discharge", "/terms/fish", "/title"], answer.Pointers.Order());
        Assert.Empty(await app.Scenarios.RowsAsync());
    }

    [Fact]
    public async Task Validating_says_the_same_and_stores_nothing()
    {
        await using var app = await App.StartAsync(azurite);

        var wrong = await app.CallAsync<ValidateScenario>((function, request) => function.RunAsync(request), App.Json(Wrong));
        var right = await app.CallAsync<ValidateScenario>((function, request) => function.RunAsync(request), App.Json(Requests.Scenario()));

        Assert.Equal((200, "false"), (wrong.Status, wrong["valid"]));
        Assert.Equal(5, wrong.Pointers.Count);
        Assert.Equal((200, "true"), (right.Status, right["valid"]));
        Assert.Equal(12000, right.Json["cost"]!.GetValue<double>());
        Assert.All([wrong, right], answer => Assert.Equal(EvaluationCost.Max, answer.Json["limit"]!.GetValue<double>()));
        Assert.Empty(right.Pointers);
        Assert.Empty(await app.Scenarios.RowsAsync());
    }

    [Fact]
    public async Task What_is_too_long_as_it_is_stored_is_refused_rather_than_accepted_and_never_read_again()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AddWideRiverAsync();
        // Four bytes here, twelve in the canonical spelling.
        var source = string.Concat(Enumerable.Repeat("\U0001F54A", 250));
        string[] ranges = ["influence", "preferences/discharge/salience", "preferences/payment/salience"];
        var overrides = new JsonObject(
            from bank in Enumerable.Range(0, 37)
            from range in ranges
            select KeyValuePair.Create(
                $"/stakeholders/bank-{bank}/{range}", (JsonNode?)new JsonObject { ["low"] = 50, ["mode"] = 60, ["high"] = 80, ["source"] = source }));
        var document = JsonNode.Parse(Requests.Scenario())!;
        (document["situation"], document["assumptions"]) = ("wide-river", new JsonObject { ["overrides"] = overrides });
        var body = document.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("\\uD83D\\uDD4A", "\U0001F54A", StringComparison.Ordinal);

        var answer = await app.SubmitAsync(body);

        Assert.InRange(Encoding.UTF8.GetByteCount(body), 100_000, 262_144);
        Assert.Equal((400, ""), (answer.Status, Assert.Single(answer.Pointers)));
        Assert.Contains("as it is stored", $"{answer.Json["problems"]![0]!["detail"]}");
        Assert.Empty(await app.Scenarios.RowsAsync());
    }

    [Fact]
    public async Task A_situation_that_is_not_there_is_one_of_the_problems()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.SubmitAsync(Requests.Scenario(title: "").Replace("river-treaty", "lake-treaty", StringComparison.Ordinal));

        Assert.Equal(400, answer.Status);
        Assert.Contains("/situation", answer.Pointers);
        Assert.Contains("/title", answer.Pointers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task What_is_no_scenario_at_all_is_a_problem_too(string body)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(400, (await app.SubmitAsync(body)).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_whether_or_not_it_says_so()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:BodyBytes", "1024"));
        var large = new string(' ', 1025);

        var announced = await app.SubmitAsync(large);
        var unannounced = await app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            App.Json(large)(request);
            request.ContentLength = null;
        });
        var fitting = await app.SubmitAsync(Requests.Scenario().PadRight(1024));

        Assert.Equal((413, 413, 202), (announced.Status, unannounced.Status, fitting.Status));
        Assert.Equal("application/problem+json", announced.ContentType);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task What_is_not_sent_as_JSON_is_not_read(string? contentType)
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Requests.Scenario()));
            request.ContentType = contentType;
        });

        Assert.Equal((415, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_scenario_that_costs_too_much_is_refused_with_the_numbers()
    {
        await using var app = await App.StartAsync(azurite);
        // The sample's 36 stakeholders × issues × analyses take every number of draws that a scenario may ask for.
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(draws: 1_000_000))).Status);
        Assert.Equal(["/draws"], (await app.SubmitAsync(Requests.Scenario(draws: 1_000_020))).Pointers);
    }

    [Fact]
    public async Task The_largest_scenario_that_the_cap_allows_is_accepted_and_one_above_is_told_what_costs_how_much()
    {
        await using var app = await App.StartAsync(azurite);
        var river = Shipped.Situations(Path.Combine(AppContext.BaseDirectory, "Documents")).Single().Value;
        await app.Get<SituationPublisher>().PublishShippedAsync(SituationContent.Of(Largest.Of(river)), CancellationToken.None);

        var most = await app.SubmitAsync(OnLargest(200_000));
        var more = await app.SubmitAsync(OnLargest(200_020));

        Assert.Equal((202, EvaluationCost.Max), (most.Status, most.Json["cost"]!.GetValue<long>()));
        Assert.Equal((400, "/draws"), (more.Status, Assert.Single(more.Pointers)));
        Assert.Contains("are 1200120000 but must be at most 1200000000; ask for fewer draws", $"{more.Json["problems"]![0]!["detail"]}");

        static string OnLargest(int draws) => Requests.Scenario(draws: draws).Replace("river-treaty", Largest.Id, StringComparison.Ordinal);
    }
}
