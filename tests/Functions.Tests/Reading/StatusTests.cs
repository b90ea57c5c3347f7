using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Reading;

public sealed class StatusTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_scenario_under_way_says_when_to_ask_again_and_links_to_no_result()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        var status = await app.StatusAsync(id);

        Assert.Equal((200, "1"), (status.Status, $"{status.Headers.RetryAfter}"));
        Assert.Equal(("A small deal", "constructed", "1"), (status["title"], status["kind"], status["generation"]));
        Assert.Equal($"/api/scenarios/{id}", status.Json["links"]!["self"]!.ToString());
        Assert.Null(status.Json["links"]!["impacts"]);
        Assert.Null(status.Json["stale"]);
    }

    [Fact]
    public async Task A_scenario_that_has_succeeded_links_to_its_result_and_sums_it_up()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var status = await app.StatusAsync(id);

        Assert.Equal("", $"{status.Headers.RetryAfter}");
        Assert.Equal($"/api/scenarios/{id}/impacts", status.Json["links"]!["impacts"]!.ToString());
        Assert.Equal("""{"engine":false,"situation":false}""", status.Json["stale"]!.ToJsonString());
        Assert.Equal(Engine.EngineVersion.Current, status["engineVersion"]);
        Assert.InRange(status.Json["summary"]!["jointAcceptance"]!.GetValue<double>(), 0, 1);
        Assert.NotNull(status.Json["finishedAt"]);
    }

    [Fact]
    public async Task The_tag_changes_with_the_status_and_not_with_signs_of_life()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var accepted = $"{(await app.StatusAsync(id)).Headers.ETag}";
        var row = await app.RowAsync(id);
        var claimed = await app.Get<ScenarioTable>().ChangeAsync(
            row with { Status = ScenarioStatus.Running, Owner = "x" }, TestContext.Current.CancellationToken);
        var running = $"{(await app.StatusAsync(id)).Headers.ETag}";
        await app.Get<ScenarioTable>().ChangeAsync(claimed! with { LeaseUntil = app.Time.GetUtcNow() }, TestContext.Current.CancellationToken);

        Assert.NotEqual(accepted, running);
        Assert.Equal(running, $"{(await app.StatusAsync(id)).Headers.ETag}");
    }

    [Fact]
    public async Task A_client_that_has_the_current_state_is_told_so_and_nothing_more()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var etag = (await app.StatusAsync(id)).Headers.ETag;

        var same = await app.StatusAsync(id, request => request.Headers.IfNoneMatch = etag);
        await app.RunMessagesAsync();
        var changed = await app.StatusAsync(id, request => request.Headers.IfNoneMatch = etag);

        Assert.Equal((304, 0), (same.Status, same.Body.Length));
        Assert.Equal(etag, same.Headers.ETag);
        Assert.Equal(200, changed.Status);
        Assert.Equal(304, (await app.StatusAsync(id, request => request.Headers.IfNoneMatch = changed.Headers.ETag)).Status);
    }

    [Fact]
    public async Task A_client_that_has_the_current_state_hears_nevertheless_that_the_result_has_grown_stale()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var etag = (await app.StatusAsync(id)).Headers.ETag;
        await app.PutTreatyAsync("Another treaty");

        var later = await app.StatusAsync(id, request => request.Headers.IfNoneMatch = etag);

        Assert.Equal(200, later.Status);
        Assert.NotEqual(etag, later.Headers.ETag);
        Assert.True(later.Json["stale"]!["situation"]!.GetValue<bool>());
        Assert.Equal(304, (await app.StatusAsync(id, request => request.Headers.IfNoneMatch = later.Headers.ETag)).Status);
    }

    [Fact]
    public async Task A_status_that_cannot_be_told_in_full_has_no_tag()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        app.Time.Advance(TimeSpan.FromSeconds(10)); // Until which version is current is looked up again.
        app.Wire.FailsBefore = call => call.Touches(app.Names.Situations);

        var answer = await app.StatusAsync(id);

        Assert.Equal((503, ""), (answer.Status, $"{answer.Headers.ETag}"));
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("{00000000-0000-0000-0000-000000000001}")]
    [InlineData("no-id")]
    [InlineData("' or 1 eq 1")]
    [InlineData("../../x#?%00")]
    public async Task What_is_not_there_is_not_found_however_it_is_written(string id)
    {
        await using var app = await App.StartAsync(azurite);

        var (status, impacts) = (await app.StatusAsync(id), await app.ImpactsAsync(id));

        Assert.Equal((404, "application/problem+json"), (status.Status, status.ContentType));
        Assert.Equal(404, impacts.Status);
    }

    [Fact]
    public async Task What_is_being_deleted_is_not_found_any_more()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var row = await app.RowAsync(id);
        await app.Get<ScenarioTable>().FinishAsync(row with { Status = ScenarioStatus.Deleting }, TestContext.Current.CancellationToken);

        Assert.Equal(404, (await app.StatusAsync(id)).Status);
        Assert.Empty(await app.ListAsync().TitlesAsync());
    }
}
