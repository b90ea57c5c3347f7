using System.Text;
using Parley.Contracts;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

public sealed class SubmitSweepTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData("""{"payment":[0,50,100],"discharge":{"low":0,"high":100}}""", 202)]
    [InlineData("""{"discharge":{"low":0,"high":100},"payment":[0,50,100]}""", 422)]
    public async Task A_sweep_that_an_earlier_version_accepted_is_known_again_by_the_order_of_what_it_varies(string accepted, int status)
    {
        await using var app = await App.StartAsync(azurite);
        var repeated = Sweeps.Json(vary: """{"payment":[0,50,100],"discharge":{"low":0,"high":100}}""");
        var row = await app.SweepRowAsync(await app.AcceptedSweepAsync(Sweeps.Json(vary: accepted)));
        // Whatever the order was, as earlier versions made it.
        var earlier = Fingerprint.OfUnorderedPayload(Encoding.UTF8.GetBytes(repeated))!;
        await app.Get<SweepTable>().ChangeAsync(row with { Fingerprint = earlier }, TestContext.Current.CancellationToken);

        Assert.Equal(status, (await app.SubmitSweepAsync(repeated)).Status);
    }

    [Fact]
    public async Task A_sweep_of_an_earlier_version_whose_submission_is_damaged_is_told_as_unreadable()
    {
        await using var app = await App.StartAsync(azurite);
        var repeated = Sweeps.Json(vary: """{"payment":[0,50,100],"discharge":{"low":0,"high":100}}""");
        var row = await app.SweepRowAsync(await app.AcceptedSweepAsync(repeated));
        var earlier = Fingerprint.OfUnorderedPayload(Encoding.UTF8.GetBytes(repeated))!;
        await app.Get<SweepTable>().ChangeAsync(row with { Fingerprint = earlier }, TestContext.Current.CancellationToken);
        await app.SweepRows().DamageSubmissionAsync(row.Id);

        Assert.Equal(422, (await app.SubmitSweepAsync(repeated)).Status);
    }

    [Fact]
    public async Task A_sweep_is_accepted_with_its_place_in_the_listing_and_a_message()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.SubmitSweepAsync();

        Assert.Equal((202, "Accepted", $"{Sweeps.Variants}", $"{Sweeps.Chunks}"), (answer.Status, answer["status"], answer["variants"], answer["chunks"]));
        Assert.Equal($"/api/sweeps/{answer["id"]}", $"{answer.Headers.Location}");
        Assert.Equal(3, (await app.SweepRows().RowsAsync()).Count);
        Assert.Equal(Guid.Parse(answer["id"]), Assert.Single(await app.SweepMessagesAsync()).Sweep);
    }

    [Fact]
    public async Task Without_a_key_a_sweep_is_refused_and_nothing_is_stored()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.SubmitSweepAsync(key: null);

        Assert.Equal((400, "Idempotency-Key"), (answer.Status, $"{Assert.Single(answer.Json["problems"]!.AsArray())!["parameter"]}"));
        Assert.Empty(await app.SweepRows().RowsAsync());
    }

    [Fact]
    public async Task Without_a_key_it_is_told_too_what_else_is_wrong()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.SubmitSweepAsync(Sweeps.Json(size: 0).Replace("\"draws\":200,\"outputs\"", "\"draws\":7,\"outputs\"", StringComparison.Ordinal), key: null);

        var places = answer.Json["problems"]!.AsArray().Select(problem => $"{problem!["pointer"] ?? problem["parameter"]}");
        Assert.Equal("Idempotency-Key, /design/latinHypercube/size, /draws", string.Join(", ", places));
    }

    [Fact]
    public async Task A_repeated_request_that_comes_at_the_same_time_is_charged_once()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", $"{EvaluationCost.Max}"));
        // Two of these are what the hour has room for, three are too much.
        var cost = (await app.ValidateSweepAsync(Sweeps.Json(size: 1_000))).Json["cost"]!.GetValue<double>();
        var large = Sweeps.Json(size: (int)(0.45 * EvaluationCost.Max / cost * 200)).Replace("\"draws\":200,\"outputs\"", "\"draws\":1000,\"outputs\"", StringComparison.Ordinal);
        var here = Wire.Once(call => call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            if (!here(call))
                return;
            app.Time.Advance(TimeSpan.FromMilliseconds(1));
            await app.AcceptedSweepAsync(large, key: "raced");
        };

        await app.AcceptedSweepAsync(large, key: "raced");

        Assert.Equal(202, (await app.SubmitSweepAsync(large, key: "another")).Status);
    }

    [Fact]
    public async Task The_same_key_and_payload_give_the_first_answer_and_another_payload_is_refused()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.SubmitSweepAsync();
        await app.RunSweepMessagesAsync();

        var again = await app.SubmitSweepAsync();
        var other = await app.SubmitSweepAsync(Sweeps.Json(title: "Another"));

        Assert.Equal((202, 422), (again.Status, other.Status));
        Assert.Equal(first.Body, again.Body);
        Assert.Empty(await app.SweepMessagesAsync());
    }

    [Fact]
    public async Task Requests_at_the_same_time_under_one_key_make_one_sweep()
    {
        await using var app = await App.StartAsync(azurite);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.SubmitSweepAsync()));

        Assert.Single(answers.Select(answer => answer["id"]).Distinct());
        Assert.Equal(3, (await app.SweepRows().RowsAsync()).Count);
    }

    [Fact]
    public async Task One_key_may_stand_for_a_scenario_and_for_a_sweep()
    {
        await using var app = await App.StartAsync(azurite);

        var (scenario, sweep) = (await app.SubmitAsync(Requests.Scenario(), key: "both"), await app.SubmitSweepAsync(key: "both"));

        Assert.Equal((202, 202), (scenario.Status, sweep.Status));
        Assert.NotEqual(scenario["id"], sweep["id"]);
    }

    [Fact]
    public async Task An_accept_whose_answer_was_lost_is_recognised_as_our_own()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);

        var answer = await app.SubmitSweepAsync();

        Assert.Equal(202, answer.Status);
        Assert.Equal(3, (await app.SweepRows().RowsAsync()).Count);
    }

    [Fact]
    public async Task While_storage_is_away_the_answer_names_the_id_and_repeating_is_safe()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsTransaction;
        var away = await app.SubmitSweepAsync();
        app.Wire.FailsBefore = _ => false;

        var again = await app.SubmitSweepAsync();

        Assert.Equal((503, 202), (away.Status, again.Status));
        Assert.Equal(away["id"], again["id"]);
    }

    [Fact]
    public async Task All_problems_come_at_once_those_of_the_base_scenario_and_its_situation_among_them()
    {
        await using var app = await App.StartAsync(azurite);
        var json = Sweeps.Json()
            .Replace("\"discharge\":{\"low\":0", "\"discharg\":{\"low\":0", StringComparison.Ordinal)
            .Replace("\"seed\":1", "\"seed\":-1", StringComparison.Ordinal)
            .Replace("\"draws\":200,\"outputs\"", "\"draws\":210,\"outputs\"", StringComparison.Ordinal);

        var answer = await app.SubmitSweepAsync(json);

        Assert.Equal(400, answer.Status);
        Assert.Equal(["/base/seed", "/vary/discharg", "/draws"], answer.Pointers);
    }

    [Fact]
    public async Task A_situation_that_is_not_there_is_a_problem_of_the_base_scenario()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.SubmitSweepAsync(Sweeps.Json().Replace("river-treaty", "sea-treaty", StringComparison.Ordinal));

        Assert.Equal((400, "/base/situation"), (answer.Status, Assert.Single(answer.Pointers)));
    }

    [Fact]
    public async Task Validating_says_the_size_and_the_cost_or_the_problems_and_stores_nothing()
    {
        await using var app = await App.StartAsync(azurite);

        var (valid, invalid) = (await app.ValidateSweepAsync(Sweeps.Json()), await app.ValidateSweepAsync("""{"schemaVersion":2}"""));

        Assert.Equal(("true", $"{Sweeps.Variants}"), (valid["valid"], valid["variants"]));
        Assert.True(valid.Json["cost"]!.GetValue<double>() >= Sweeps.Variants * 200.0);
        Assert.Equal(["/base", "/schemaVersion", "/title", "/vary"], invalid.Pointers.Order());
        Assert.Empty(await app.SweepRows().RowsAsync());
    }

    [Fact]
    public async Task What_costs_too_much_is_refused_with_the_number_and_its_parts()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AddWideRiverAsync();
        var json = Sweeps.Json(size: 100_000).Replace("river-treaty", "wide-river", StringComparison.Ordinal)
            .Replace("\"draws\":200,\"outputs\"", "\"draws\":20000,\"outputs\"", StringComparison.Ordinal);

        var answer = await app.SubmitSweepAsync(json);

        Assert.Equal((400, "/draws"), (answer.Status, Assert.Single(answer.Pointers)));
        Assert.Contains($"at most {SweepCost.Max}", answer.Json["problems"]![0]!["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("100000 variants of 20000 draws", answer.Json["problems"]![0]!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_counts_to_what_its_caller_may_ask_for()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", $"{EvaluationCost.Max}"));
        var large = Sweeps.Json(size: 90_000).Replace("\"draws\":200,\"outputs\"", "\"draws\":1000,\"outputs\"", StringComparison.Ordinal);

        var (first, second) = (await app.SubmitSweepAsync(large, key: "1"), await app.SubmitSweepAsync(large, key: "2"));

        Assert.Equal((202, 429), (first.Status, second.Status));
        Assert.NotEmpty($"{second.Headers.RetryAfter}");
    }

    [Fact]
    public async Task A_sweep_that_no_hour_has_room_for_is_refused_not_put_off()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", $"{EvaluationCost.Max}"));
        var answer = await app.SubmitSweepAsync(
            Sweeps.Json(size: 90_000).Replace("\"draws\":200,\"outputs\"", "\"draws\":20000,\"outputs\"", StringComparison.Ordinal));

        Assert.Equal(400, answer.Status);
        Assert.Contains($"at most {EvaluationCost.Max}", answer.Json["problems"]![0]!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_request_asks_again_for_a_sweep_that_nobody_has_begun()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedSweepAsync(key: "lost");
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);

        var id = await app.AcceptedSweepAsync(key: "lost");
        await app.RunSweepMessagesAsync();

        Assert.Equal("Succeeded", $"{(await app.SweepAsync(id)).Json["status"]}");
    }

    [Fact]
    public async Task Its_inputs_sent_again_are_the_same_sweep()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        var inputs = await app.SweepInputsAsync(id);

        var other = await app.AcceptedSweepAsync(System.Text.Encoding.UTF8.GetString(inputs.Body), key: "again");
        await app.RunSweepMessagesAsync();

        Assert.Equal(inputs.Body, (await app.SweepInputsAsync(other)).Body);
        Assert.Equal(await app.SweepResultAsync(id), await app.SweepResultAsync(other));
    }

    [Fact]
    public async Task Sweeps_are_listed_newest_first_page_by_page_and_by_status()
    {
        await using var app = await App.StartAsync(azurite);
        foreach (var title in new[] { "one", "two", "three" })
        {
            await app.AcceptedSweepAsync(Sweeps.Json(title, size: 10), key: title);
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await app.ListSweepsAsync("?limit=2");
        var second = await app.ListSweepsAsync(new Uri(new Uri("http://parley"), first["next"]).Query);

        Assert.Equal(["three", "two"], Titles(first));
        Assert.Equal(["one"], Titles(second));
        Assert.Empty(Titles(await app.ListSweepsAsync("?status=Succeeded")));
        Assert.Equal(["three", "two", "one"], Titles(await app.ListSweepsAsync("?status=Accepted&situation=river-treaty")));
        Assert.Equal(["colour", "limit", "status"], (await app.ListSweepsAsync("?status=Deleted&limit=0&colour=red")).Parameters.Order());
        Assert.Equal(["situation"], (await app.ListSweepsAsync("?situation=River")).Parameters);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task What_is_not_there_is_404_on_every_route(string id)
    {
        await using var app = await App.StartAsync(azurite);

        Answer[] answers = [await app.SweepAsync(id), await app.VariantsAsync(id), await app.SweepInputsAsync(id), await app.CancelSweepAsync(id), await app.DeleteSweepAsync(id)];

        Assert.All(answers, answer => Assert.Equal(404, answer.Status));
    }

    private static IEnumerable<string> Titles(Answer listing) => listing.Json["sweeps"]!.AsArray().Select(sweep => sweep!["title"]!.ToString());
}
