using Parley.Functions.Describing;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Describing;

/// <summary>Where it stands which version is current, there may stand something that no version has written.</summary>
public sealed class DamagedSituationTests(SharedAzurite azurite)
{
    private const string Detail = "Which version of the situation river-treaty is current can no longer be read. Put a content that can.";

    public static TheoryData<string, object?> Damages => new() { { "Number", "one" }, { "Hash", null }, { "AsOf", "x" }, { "AsOf", null }, { "Title", 1 }, { "Write", "me" } };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Whoever_asks_which_version_is_current_is_told_that_it_can_no_longer_be_read(string column, object? value)
    {
        await using var app = await DamagedAsync(column, value);

        Answer[] answers =
        [
            await app.SituationAsync("river-treaty"),
            await app.CallAsync<ListSituationVersions>((function, request) => function.RunAsync(request, "river-treaty")),
            await app.CallAsync<ListSituationScenarios>((function, request) => function.RunAsync(request, "river-treaty")),
        ];

        Assert.All(answers, answer => Assert.Equal((422, Detail), (answer.Status, answer["detail"])));
        Assert.Equal(200, (await app.VersionAsync(1)).Status);
    }

    [Fact]
    public async Task The_listing_goes_without_it()
    {
        await using var app = await DamagedAsync("Number", "one");
        app.ExpectWarning("goes without it");
        await app.AddWideRiverAsync();

        var listed = await app.CallAsync<ListSituations>((function, request) => function.RunAsync(request));

        Assert.Equal("wide-river", Assert.Single(listed.Json["situations"]!.AsArray())!["id"]!.ToString());
    }

    [Fact]
    public async Task A_document_that_names_it_is_refused_with_the_reason()
    {
        await using var app = await DamagedAsync("AsOf", "x");

        Answer[] answers = [await app.SubmitAsync(Requests.Scenario()), await app.SubmitSweepAsync()];
        var validated = await app.CallAsync<ValidateScenario>((function, request) => function.RunAsync(request), App.Json(Requests.Scenario()));

        Assert.All(answers, answer => Assert.Equal(400, answer.Status));
        Assert.All(answers.Append(validated), answer => Assert.Contains("can no longer be read", $"{answer.Json["problems"]![0]!["detail"]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scenario_with_a_result_is_told_but_not_whether_that_is_stale()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        await DamageAsync(app, "Number", "one");

        var answer = await app.StatusAsync(id);

        Assert.Equal((200, "Succeeded"), (answer.Status, answer["status"]));
        Assert.Null(answer.Json["stale"]);
        Assert.Equal(200, (await app.ImpactsAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Putting_a_content_mends_it(string column, object? value)
    {
        await using var app = await DamagedAsync(column, value);

        var put = await app.PutTreatyAsync("Mine");

        Assert.Equal((201, "2"), (put.Status, put["version"]));
        Assert.Equal(("2", "Mine"), await app.CurrentAsync());
        Assert.Equal([(2, true), (1, false)], await app.VersionsAsync());
    }

    [Fact]
    public async Task Putting_the_former_content_makes_that_version_current_again()
    {
        await using var app = await DamagedAsync("Number", "one");

        var put = await app.PutTreatyAsync("A treaty on a polluted river");

        Assert.Equal((200, "1"), (put.Status, put["version"]));
        Assert.Equal(("1", "A treaty on a polluted river"), await app.CurrentAsync());
    }

    [Fact]
    public async Task A_change_on_condition_of_what_nobody_can_read_is_not_made()
    {
        await using var app = await App.StartAsync(azurite);
        var etag = $"{(await app.SituationAsync("river-treaty")).Headers.ETag}";
        await DamageAsync(app, "Number", "one");

        var onMatch = await app.PutTreatyAsync("Mine", request => request.Headers.IfMatch = etag);
        var onNothing = await app.PutTreatyAsync("Mine", request => request.Headers.IfNoneMatch = "*");
        var onAnything = await app.PutTreatyAsync("Mine", request => request.Headers.IfMatch = "*");

        Assert.Equal((412, 412, 201), (onMatch.Status, onNothing.Status, onAnything.Status));
        Assert.Contains("can no longer be read", onMatch["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_with_another_content_makes_that_current()
    {
        await using var app = await DamagedAsync("AsOf", "x");
        await app.SituationRows().DamageAsync(Keys.ShippedSituation, row => row["Hash"] = 1);

        await using var started = await App.StartAsync(azurite, beside: app);

        Assert.Equal(("1", "A treaty on a polluted river"), await started.CurrentAsync());
        await DamageAsync(app, "Number", "one");
        await app.ChangeSituationAsync();
        Assert.Equal(("2", "Another treaty"), await app.CurrentAsync());
    }

    [Fact]
    public async Task A_content_whose_version_nobody_can_name_becomes_another_one()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("passed over");
        var row = Assert.Single(await app.SituationRows().RowsAsync(), each => each.RowKey.StartsWith("h|", StringComparison.Ordinal));
        await app.SituationRows().DamageAsync(row.RowKey, damaged => damaged["Number"] = "one");
        await app.SituationRows().DamageAsync(Keys.SituationVersion(1), damaged => damaged["AddedAt"] = "then");
        await app.PutTreatyAsync("Mine");

        var put = await app.PutTreatyAsync("A treaty on a polluted river");

        Assert.Equal((201, "3"), (put.Status, put["version"]));
        Assert.Equal([(3, true), (2, false)], await app.VersionsAsync());
    }

    [Fact]
    public async Task In_a_store_without_word_of_which_is_current_a_newest_version_that_nobody_can_read_is_followed_by_another()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("passed over");
        await app.SituationRows().DeleteEntityAsync("river-treaty", Keys.CurrentSituation, cancellationToken: TestContext.Current.CancellationToken);
        await app.SituationRows().DamageAsync(Keys.SituationVersion(1), damaged => damaged["Number"] = "one");

        Assert.Equal((422, Detail), (await app.SituationAsync("river-treaty") is var answer ? (answer.Status, answer["detail"]) : default));

        Assert.Equal((201, "2"), (await app.PutTreatyAsync("Mine") is var put ? (put.Status, put["version"]) : default));
        Assert.Equal([(2, true)], await app.VersionsAsync());
    }

    public static TheoryData<Action<Azure.Data.Tables.TableEntity>> DocumentDamages =>
    [
        new(row => row["Content00"] = "damaged"u8.ToArray()) { Label = "other bytes" },
        new(row => row["Content00"] = "damaged") { Label = "another type" },
        new(row => row["Content00"] = null) { Label = "no document" },
        new(row => Packing.Write(row, Packing.Compress("{}"u8))) { Label = "another document" },
        new(row => row["Number"] = 7) { Label = "another number" },
        new(row => row["AddedAt"] = "then") { Label = "no time" },
    ];

    [Theory]
    [MemberData(nameof(DocumentDamages))]
    public async Task Putting_the_content_of_a_version_that_can_no_longer_be_read_writes_it_anew(Action<Azure.Data.Tables.TableEntity> damage)
    {
        await using var app = await App.StartAsync(azurite);
        var before = await app.VersionAsync(1);
        await app.SituationRows().DamageAsync(Keys.SituationVersion(1), damage);

        var put = await app.PutTreatyAsync("A treaty on a polluted river", request => request.Headers.IfMatch = $"{before.Headers.ETag}");

        Assert.Equal((200, "1"), (put.Status, put["version"]));
        Assert.Equal(before.Body, (await ReadAnewAsync(app, 1)).Body);
        Assert.Equal([(1, true)], await app.VersionsAsync());
    }

    [Fact]
    public async Task Mending_keeps_the_time_at_which_a_version_was_added()
    {
        await using var app = await App.StartAsync(azurite);
        var added = await AddedAtAsync();
        app.Time.Advance(TimeSpan.FromDays(1));
        await app.SituationRows().DamageAsync(Keys.SituationVersion(1), row => row["Content00"] = null);

        await app.PutTreatyAsync("A treaty on a polluted river");

        Assert.Equal(added, await AddedAtAsync());

        async Task<string> AddedAtAsync() =>
            (await app.CallAsync<ListSituationVersions>((function, request) => function.RunAsync(request, "river-treaty"))).Json["versions"]![0]!["addedAt"]!.ToString();
    }

    [Fact]
    public async Task A_version_whose_row_is_lost_is_written_anew()
    {
        await using var app = await App.StartAsync(azurite);
        await app.SituationRows().DeleteEntityAsync("river-treaty", Keys.SituationVersion(1), cancellationToken: TestContext.Current.CancellationToken);

        var put = await app.PutTreatyAsync("A treaty on a polluted river");

        Assert.Equal((200, "1"), (put.Status, put["version"]));
        Assert.Equal(200, (await ReadAnewAsync(app, 1)).Status);
    }

    [Fact]
    public async Task An_older_content_that_can_no_longer_be_read_is_written_anew_where_it_becomes_current_again()
    {
        await using var app = await App.StartAsync(azurite);
        await app.PutTreatyAsync("Mine");
        await app.MakeUnreadableAsync(1);

        var put = await app.PutTreatyAsync("A treaty on a polluted river");

        Assert.Equal((200, "1"), (put.Status, put["version"]));
        Assert.Equal(200, (await ReadAnewAsync(app, 1)).Status);
        Assert.Equal([(2, false), (1, true)], await app.VersionsAsync());
    }

    [Fact]
    public async Task Mending_whose_answer_is_lost_has_mended_and_a_condition_that_does_not_hold_mends_nothing()
    {
        await using var app = await App.StartAsync(azurite);
        await app.MakeUnreadableAsync(1);
        var refused = await app.PutTreatyAsync("A treaty on a polluted river", request => request.Headers.IfNoneMatch = "*");
        Assert.Equal((412, 422), (refused.Status, (await ReadAnewAsync(app, 1)).Status));

        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);
        var put = await app.PutTreatyAsync("A treaty on a polluted river");

        Assert.Equal((200, "1"), (put.Status, put["version"]));
        Assert.Equal(200, (await ReadAnewAsync(app, 1)).Status);
    }

    /// <summary>As an app that has never read the version reads it.</summary>
    private async Task<Answer> ReadAnewAsync(App app, int number)
    {
        await using var other = await App.StartAsync(azurite, beside: app);
        return await other.VersionAsync(number);
    }

    private async Task<App> DamagedAsync(string column, object? value)
    {
        var app = await App.StartAsync(azurite);
        await DamageAsync(app, column, value);
        return app;
    }

    private static async Task DamageAsync(App app, string column, object? value)
    {
        await app.SituationRows().DamageAsync(Keys.CurrentSituation, row => row[column] = value);
        app.Time.Advance(TimeSpan.FromSeconds(10)); // Until which version is current is looked up again.
    }
}
