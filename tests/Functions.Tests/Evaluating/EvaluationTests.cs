using System.Security.Cryptography;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Functions.Describing;
using Parley.Functions.Reading;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Evaluating;

public sealed class EvaluationTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_submitted_scenario_is_evaluated_and_its_impacts_can_be_read()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        Assert.Equal("Accepted", (await app.StatusAsync(id))["status"]);

        await app.RunMessagesAsync();

        Assert.Equal("Succeeded", (await app.StatusAsync(id))["status"]);
        Assert.Equal(200, (await app.ImpactsAsync(id)).Status);
    }

    [Fact]
    public async Task The_stored_result_is_what_the_engine_says_byte_by_byte()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Evaluation:Threads", "2"));
        var documents = Path.Combine(AppContext.BaseDirectory, "Documents");
        var shipped = Shipped.Scenarios(documents).Single();
        var id = await app.AcceptedAsync(System.Text.Encoding.UTF8.GetString(shipped.Json.Span));

        await app.RunMessagesAsync();

        var evaluation = Evaluator.Evaluate(Shipped.Situations(documents).Single().Value, shipped.Value, new EvaluationSettings(), TestContext.Current.CancellationToken);
        var version = (await app.RowAsync(id)).Situation;
        var from = new Provenance(version.Number, version.Hash, Fingerprint.Of(CanonicalJson.Of(shipped.Value)));
        Assert.Equal(CanonicalJson.Of(evaluation, from), await app.ReportAsync(id));
    }

    [Fact]
    public async Task A_report_names_the_bytes_that_it_was_made_from()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var report = System.Text.Json.Nodes.JsonNode.Parse(await app.ReportAsync(id))!;
        var situation = await app.CallAsync<GetSituationVersion>((function, request) => function.RunAsync(request, "river-treaty", "1"));
        var inputs = await app.CallAsync<GetInputs>((function, request) => function.RunAsync(request, $"{id}"));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(inputs.Body)), $"{report["inputHash"]}");
        Assert.Equal(1, report["situationVersion"]!.GetValue<int>());
        Assert.Equal(situation["hash"], $"{report["situationHash"]}");
    }

    [Fact]
    public async Task A_scenario_costs_eight_storage_calls_the_workers_receive_and_delete_included()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();
        await app.RunMessagesAsync();
        app.Wire.Forget();

        await app.AcceptedAsync();
        await app.RunMessageAsync();

        Assert.Equal(8, app.Wire.Calls.Count);
    }

    [Fact]
    public async Task The_end_clears_the_outbox_and_stands_in_the_listing()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        await app.RunMessagesAsync();

        var rows = await app.Scenarios.RowsAsync();
        Assert.DoesNotContain(rows, row => row.RowKey == Keys.Outbox(id));
        Assert.All(rows, row => Assert.Equal("Succeeded", row.GetString("Status")));
    }

    [Fact]
    public async Task Results_are_stored_before_the_status_says_so_and_nobody_sees_half_of_them()
    {
        await using var app = await App.StartAsync(azurite);
        await using var reader = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var seen = new List<(int Status, int Rows)>();
        app.Wire.Before = async (call, _) =>
        {
            if (call.IsTransaction && call.Body.Contains("Succeeded", StringComparison.Ordinal))
                seen.Add(((await reader.ImpactsAsync(id)).Status, (await reader.Evaluations.RowsAsync()).Count));
        };

        await app.RunMessagesAsync();

        Assert.Equal([(404, (await app.Evaluations.RowsAsync()).Count)], seen);
        Assert.Equal(200, (await reader.ImpactsAsync(id)).Status);
    }

    [Fact]
    public async Task A_result_of_more_rows_than_a_transaction_takes_is_written_in_two_and_is_there_whole()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedLongAsync();
        app.Wire.Forget();

        await app.RunMessagesAsync();

        Assert.Equal(2, app.Wire.Calls.Count(call => call.IsTransaction && call.Touches(app.Names.Evaluations)));
        var report = System.Text.Json.Nodes.JsonNode.Parse(await app.ReportAsync(id))!;
        Assert.Equal((40, 60), (report["impacts"]!.AsObject().Count, report["effects"]!.AsObject().Count));
        var kinds = (await app.Evaluations.RowsAsync()).CountBy(row => row.RowKey.Split('|')[2]).ToDictionary();
        Assert.Equal((40, 2 * 60), (kinds["stakeholder"], kinds["effect"]));
        Assert.Equal(40, (await app.ImpactsAsync(id)).Json["impacts"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_message_that_comes_twice_evaluates_once()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var (first, rows) = (await app.RowAsync(id), (await app.Evaluations.RowsAsync()).Count);

        await app.EvaluateAsync(Requests.Message(id));

        Assert.Equal(first, await app.RowAsync(id));
        Assert.Equal(rows, (await app.Evaluations.RowsAsync()).Count);
    }

    [Fact]
    public async Task Two_workers_on_one_message_leave_one_result_with_the_same_bytes()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var undisturbed = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);

        await Task.WhenAll(app.EvaluateAsync(Requests.Message(id)), other.EvaluateAsync(Requests.Message(id)));
        await app.RunMessagesAsync();

        Assert.Equal(await app.ReportAsync(undisturbed), await app.ReportAsync(id));
        Assert.Single((await app.Evaluations.RowsAsync()).Where(row => row.PartitionKey == $"{id}").Select(row => row.RowKey[..39]).Distinct());
    }

    [Fact]
    public async Task Every_stakeholder_has_a_plain_row_of_numbers()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var row = Assert.Single(await app.Evaluations.RowsAsync(), row => row.RowKey.EndsWith("|stakeholder|town", StringComparison.Ordinal));

        Assert.Equal(("Mill town", "Veto"), (row.GetString("Name"), row.GetString("Role")));
        foreach (var baseline in new[] { "NoDeal", "StatusQuo" })
            foreach (var column in new[] { "Mean", "Median", "Low80", "High80", "ProbabilityOfGain", "ShortHorizonMean" })
                Assert.True(row.GetDouble($"{baseline}{column}") is not null && row.GetDouble($"{baseline}{column}StandardError") >= 0, column);
        Assert.InRange(row.GetDouble("AcceptanceProbability")!.Value, 0, 1);
    }

    [Fact]
    public async Task Every_effect_has_a_plain_row_for_each_horizon()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var rows = (await app.Evaluations.RowsAsync()).Where(row => row.RowKey.Contains("|effect|", StringComparison.Ordinal)).ToArray();

        Assert.Contains(rows, row => row.GetInt32("Year") == 2 && row.GetString("Horizon") == "short");
        Assert.Contains(rows, row => row.GetInt32("Year") == 10 && row.GetString("Horizon") == "long");
    }

    [Fact]
    public async Task A_scenario_is_evaluated_with_the_content_that_it_was_accepted_under()
    {
        await using var app = await App.StartAsync(azurite);
        var undisturbed = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var id = await app.AcceptedAsync();

        await app.ChangeSituationAsync();
        await app.RunMessagesAsync();

        Assert.Equal(await app.ReportAsync(undisturbed), await app.ReportAsync(id));
        Assert.Equal("true", (await app.StatusAsync(id)).Json["stale"]!["situation"]!.ToString());
    }

    [Fact]
    public async Task What_cannot_be_evaluated_ends_as_failed_with_the_reason()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("cannot be evaluated");
        var id = await app.AcceptedAsync();
        var row = await app.RowAsync(id);
        // As if its situation's content had been lost.
        await app.Get<ScenarioTable>().ChangeAsync(row with { Situation = row.Situation with { Number = 7 } }, TestContext.Current.CancellationToken);

        await app.RunMessagesAsync();

        var status = await app.StatusAsync(id);
        Assert.Equal("Failed", status["status"]);
        Assert.Contains("Version 7", status.Json["problem"]!["detail"]!.ToString());
        Assert.Equal("Failed", (await app.ImpactsAsync(id))["scenarioStatus"]);
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), left => left.RowKey == Keys.Outbox(id));
    }
}
