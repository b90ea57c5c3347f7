using System.Text.Json.Nodes;
using Parley.Functions.Describing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Publishing;

public sealed class PutTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_situation_of_ones_own_can_be_put_and_used()
    {
        await using var app = await App.StartAsync(azurite);

        var put = await app.PutAsync("lake-treaty", Requests.TreatyJson("A lake", "lake-treaty"));

        Assert.Equal((201, "/api/situations/lake-treaty/versions/1"), (put.Status, $"{put.Headers.Location}"));
        Assert.Equal(("lake-treaty", "1", "A lake"), (put["id"], put["version"], put["title"]));
        Assert.Equal($"\"{put["hash"]}\"", $"{put.Headers.ETag}");
        Assert.Equal(["lake-treaty", "river-treaty"], (await ListedAsync(app)).Select(each => each.Id).Order());
        var id = await app.AcceptedAsync(Requests.Scenario().Replace("river-treaty", "lake-treaty", StringComparison.Ordinal));
        await app.RunMessagesAsync();
        Assert.Equal("Succeeded", (await app.StatusAsync(id))["status"]);
    }

    [Fact]
    public async Task A_new_content_is_a_new_version_at_once_and_the_old_one_stays()
    {
        await using var app = await App.StartAsync(azurite);

        var put = await app.PutTreatyAsync("Mine");

        Assert.Equal((201, "2"), (put.Status, put["version"]));
        Assert.Equal(("2", "Mine"), await app.CurrentAsync());
        Assert.Equal("A treaty on a polluted river", (await app.VersionAsync(1))["title"]);
    }

    [Fact]
    public async Task The_same_content_again_is_the_same_version_however_it_is_written()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.PutTreatyAsync("Mine");

        var again = await app.PutAsync("river-treaty", JsonNode.Parse(Requests.TreatyJson("Mine"))!.ToJsonString(new() { WriteIndented = true }));

        Assert.Equal((200, first["version"], first["hash"], $"{first.Headers.ETag}"), (again.Status, again["version"], again["hash"], $"{again.Headers.ETag}"));
        Assert.Equal("", $"{again.Headers.Location}");
        Assert.Equal([2, 1], (await app.VersionsAsync()).Select(version => version.Number));
    }

    [Fact]
    public async Task An_older_content_becomes_current_again_under_its_old_number()
    {
        await using var app = await App.StartAsync(azurite);
        await app.PutTreatyAsync("Mine");
        await app.PutTreatyAsync("Another");

        var back = await app.PutTreatyAsync("Mine");

        Assert.Equal((200, "2"), (back.Status, back["version"]));
        Assert.Equal(("2", "Mine"), await app.CurrentAsync());
        Assert.Equal([(3, false), (2, true), (1, false)], await app.VersionsAsync());
        Assert.Equal(("4", 201), await app.PutTreatyAsync("Newest") is var next ? (next["version"], next.Status) : default);
    }

    [Fact]
    public async Task A_scenario_keeps_the_version_that_it_was_accepted_under_and_is_stale_until_that_is_current_again()
    {
        await using var app = await App.StartAsync(azurite);
        var undisturbed = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var id = await app.AcceptedAsync();

        await app.PutAsync("river-treaty", Harsher());
        await app.RunMessagesAsync();
        var after = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        Assert.Equal(await app.ReportAsync(undisturbed), await app.ReportAsync(id));
        Assert.NotEqual(await app.ReportAsync(id), await app.ReportAsync(after));
        Assert.Equal(("1", "true"), await app.StatusAsync(id) is var before ? ($"{before.Json["situation"]!["version"]}", $"{before.Json["stale"]!["situation"]}") : default);
        Assert.Equal("false", $"{(await app.StatusAsync(after)).Json["stale"]!["situation"]}");
        await app.PutTreatyAsync("A treaty on a polluted river");
        Assert.Equal("false", $"{(await app.StatusAsync(id)).Json["stale"]!["situation"]}");
    }

    [Fact]
    public async Task Another_instance_sees_a_new_version_within_seconds()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        Assert.Equal("1", (await other.CurrentAsync()).Version);

        await app.PutTreatyAsync("Mine");
        app.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("2", (await other.CurrentAsync()).Version);
    }

    [Fact]
    public async Task What_the_versions_of_nothing_are_is_not_found()
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(404, (await app.CallAsync<ListSituationVersions>((function, request) => function.RunAsync(request, "lake-treaty"))).Status);
        Assert.Equal(404, (await app.CallAsync<ListSituationVersions>((function, request) => function.RunAsync(request, "c|"))).Status);
    }

    [Fact]
    public async Task A_situation_has_a_thousand_versions_at_most_and_can_still_return_to_each()
    {
        await using var app = await App.StartAsync(azurite);
        await app.PutTreatyAsync("Mine");
        await app.AddRowAsync(new("river-treaty", Keys.SituationVersion(1000)) { ["Number"] = 1000, ["Hash"] = "x", ["AddedAt"] = app.Time.GetUtcNow() });

        var refused = await app.PutTreatyAsync("One too many");

        Assert.Equal((409, "application/problem+json"), (refused.Status, refused.ContentType));
        Assert.Contains("at most 1000", refused["detail"]);
        Assert.Equal(("2", "Mine"), await app.CurrentAsync());
        Assert.Equal(200, (await app.PutTreatyAsync("A treaty on a polluted river")).Status);
        Assert.Equal("1", (await app.CurrentAsync()).Version);
    }

    [Fact]
    public async Task There_are_two_hundred_situations_at_most_and_those_can_still_be_changed()
    {
        await using var app = await App.StartAsync(azurite);
        foreach (var number in Enumerable.Range(1, 199))
            await app.AddRowAsync(new(Keys.SituationIds, $"other-{number}"));

        var refused = await app.PutAsync("lake-treaty", Requests.TreatyJson("A lake", "lake-treaty"));

        Assert.Equal(409, refused.Status);
        Assert.Contains("200", refused["detail"]);
        Assert.Equal(201, (await app.PutTreatyAsync("Mine")).Status);
        Assert.Equal(["river-treaty"], (await ListedAsync(app)).Select(each => each.Id));
    }

    private static async Task<IReadOnlyList<(string Id, string Version)>> ListedAsync(App app)
    {
        var list = await app.CallAsync<ListSituations>((function, request) => function.RunAsync(request));
        return [.. list.Json["situations"]!.AsArray().Select(each => (each!["id"]!.ToString(), each["version"]!.ToString()))];
    }

    /// <summary>The river treaty, with a town that wants something else.</summary>
    private static string Harsher()
    {
        var document = JsonNode.Parse(Requests.TreatyJson("Harsher"))!;
        document["stakeholders"]!["town"]!["preferences"]!["discharge"]!["ideal"] = JsonNode.Parse("""{ "low": 70, "mode": 80, "high": 90, "source": "judgement" }""");
        return document.ToJsonString();
    }
}
