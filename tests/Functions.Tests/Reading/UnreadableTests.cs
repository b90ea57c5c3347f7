using Microsoft.AspNetCore.Http;
using Parley.Functions.Answering;
using Parley.Functions.Comparing;
using Parley.Functions.Reading;
using Parley.Functions.Settings;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Reading;

/// <summary>What another version has stored, or what is damaged, is told as that to whoever asks for it.</summary>
public sealed class UnreadableTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData("Status", "Lost")]
    [InlineData("Claims", "many")]
    public async Task Whatever_is_asked_of_a_scenario_whose_row_nobody_can_read_is_422(string column, object value)
    {
        await using var app = await App.StartAsync(azurite);
        var (id, other) = (await app.AcceptedAsync(), await app.AcceptedAsync());
        await app.SubmitAsync(Requests.Scenario(), key: "the same");
        await app.RunMessagesAsync();
        foreach (var row in (await app.Scenarios.RowsAsync()).Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal) && row.RowKey != Keys.Submission(other)))
            await app.Scenarios.DamageAsync(row.RowKey, damaged => damaged[column] = value);

        Answer[] answers =
        [
            await app.StatusAsync(id), await app.ImpactsAsync(id), await app.InputsAsync(id), await app.CancelAsync(id), await app.DeleteAsync(id),
            await app.RerunAsync(id), await CompareAsync(app, other, id), await app.SubmitAsync(Requests.Scenario(), key: "the same"),
        ];

        Assert.All(answers, answer => Assert.Equal((422, "application/problem+json"), (answer.Status, answer.ContentType)));
        Assert.Contains($"{id}", answers[^2]["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_scenario_whose_submission_is_damaged_only_what_needs_that_is_422()
    {
        await using var app = await App.StartAsync(azurite);
        var (id, other) = (await app.AcceptedAsync(), await app.AcceptedAsync());
        await app.RunMessagesAsync();
        await app.Scenarios.DamageSubmissionAsync(id);

        Answer[] damaged = [await app.InputsAsync(id), await CompareAsync(app, other, id), await app.RerunAsync(id)];
        Answer[] whole = [await app.StatusAsync(id), await app.ImpactsAsync(id)];

        Assert.All(damaged, answer => Assert.Equal(422, answer.Status));
        Assert.Contains("under another Idempotency-Key", damaged[0]["detail"], StringComparison.Ordinal);
        Assert.All(whole, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task A_result_whose_rows_nobody_can_unpack_is_422()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var report = Assert.Single(await app.Evaluations.RowsAsync(), row => row.RowKey.Contains("|report|", StringComparison.Ordinal));
        await app.Evaluations.DamageAsync(report.RowKey, row => row["Content00"] = row.GetBinary("Content00")[..^20]);

        Assert.Equal(422, (await app.ImpactsAsync(id)).Status);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("Parts", 2)]
    [InlineData("Parts", "one")]
    [InlineData("Content00", "damaged")]
    public async Task A_result_whose_rows_are_lost_or_are_none_that_any_version_has_written_is_422(string column, object? value = null)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var report = Assert.Single(await app.Evaluations.RowsAsync(), row => row.RowKey.Contains("|report|", StringComparison.Ordinal));
        if (column == "lost")
            await app.Evaluations.DeleteEntityAsync(report.PartitionKey, report.RowKey, cancellationToken: TestContext.Current.CancellationToken);
        else
            await app.Evaluations.DamageAsync(report.RowKey, row => row[column] = value);

        Answer[] answers = [await app.ImpactsAsync(id), await app.CallAsync<GetReport>((function, request) => function.RunAsync(request, $"{id}"))];

        Assert.All(answers, answer => Assert.Equal((422, "The scenario can no longer be read"), (answer.Status, answer["title"])));
        Assert.Equal(200, (await app.StatusAsync(id)).Status);
    }

    [Fact]
    public async Task Of_a_sweep_whose_submission_is_damaged_the_inputs_are_422()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.SweepRows().DamageSubmissionAsync(id);

        var answer = await app.SweepInputsAsync(id);

        Assert.Equal(422, answer.Status);
    }

    [Fact]
    public async Task A_sweep_whose_row_nobody_can_read_is_neither_told_nor_changed()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.SweepRows().DamageAsync(Keys.Submission(id), row => row["Status"] = "Lost");

        Answer[] answers = [await app.SweepAsync(id), await app.CancelSweepAsync(id), await app.DeleteSweepAsync(id), await app.SubmitSweepAsync()];

        Assert.All(answers, answer => Assert.Equal(422, answer.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_comes_second_to_a_row_that_nobody_can_read_is_told_and_not_charged(bool isSweep)
    {
        await using var app = await App.StartAsync(azurite);
        var rows = isSweep ? app.SweepRows() : app.Scenarios;
        var here = Wire.Once(call => call.IsTransaction);
        // Between the look of one request and its write, another one with the same key is accepted, and its row damaged.
        app.Wire.Before = async (call, _) =>
        {
            if (!here(call))
                return;
            await SubmitAsync();
            var row = Assert.Single(await rows.RowsAsync(), each => each.RowKey.StartsWith("s|", StringComparison.Ordinal));
            await rows.DamageAsync(row.RowKey, damaged => damaged["Status"] = "Lost");
        };

        Assert.Equal(422, (await SubmitAsync()).Status);

        var cost = app.Get<LimitsOptions>().CostPerHour;
        var visit = new Visit(new DefaultHttpContext().Request, "", TimeSpan.FromSeconds(10), app.Time);
        var once = isSweep ? (await app.ValidateSweepAsync(Sweeps.Json())).Json["cost"]! : (await app.SubmitAsync(Requests.Scenario())).Json["cost"]!;
        await app.Get<CallerLimits>().ChargeAsync(visit, cost - ((isSweep ? 1 : 2) * once.GetValue<double>()));

        Task<Answer> SubmitAsync() => isSweep ? app.SubmitSweepAsync() : app.SubmitAsync(Requests.Scenario(), key: "the same");
    }

    [Fact]
    public async Task A_listing_goes_without_a_row_that_nobody_can_read()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("passed over");
        await app.AcceptedAsync(Requests.Scenario("first"));
        var id = await app.AcceptedAsync(Requests.Scenario("second"));
        await app.AcceptedAsync(Requests.Scenario("third"));
        var accepted = (await app.RowAsync(id)).AcceptedAt;
        await app.Scenarios.DamageAsync(Keys.Listing(accepted, id), row => row["Kind"] = "Lost");

        Assert.Equal(["first", "third"], (await app.ListAsync().TitlesAsync()).Order());
    }

    [Fact]
    public async Task A_listing_of_sweeps_goes_without_a_row_that_nobody_can_read()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("passed over");
        var id = await app.AcceptedSweepAsync();
        await app.SweepRows().DamageAsync(Keys.Listing((await app.SweepRowAsync(id)).AcceptedAt, id), row => row["Variants"] = "many");

        var listing = await app.ListSweepsAsync();

        Assert.Equal((200, 0), (listing.Status, listing.Json["sweeps"]!.AsArray().Count));
    }

    private static Task<Answer> CompareAsync(App app, Guid first, Guid second) => app.CallAsync<CompareScenarios>(
        (function, request) => function.RunAsync(request), request => request.QueryString = new QueryString($"?ids={first},{second}"));
}
