using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parley.Contracts;
using Parley.Functions.Describing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Describing;

public sealed class SituationTests(SharedAzurite azurite)
{
    [Fact]
    public async Task The_shipped_situation_is_there_with_its_document()
    {
        await using var app = await App.StartAsync(azurite);

        var list = await app.CallAsync<ListSituations>((function, request) => function.RunAsync(request));
        var situation = await GetAsync(app, "river-treaty");

        var listed = Assert.Single(list.Json["situations"]!.AsArray())!;
        Assert.Equal(("river-treaty", "1"), (listed["id"]!.ToString(), listed["version"]!.ToString()));
        Assert.Null(listed["document"]);
        Assert.Equal("A treaty on a polluted river", situation["title"]);
        var document = SituationReader.Read(System.Text.Encoding.UTF8.GetBytes(situation.Json["document"]!.ToJsonString()));
        Assert.Equal(situation["hash"], Fingerprint.Of(document.Value!));
    }

    [Fact]
    public async Task A_new_content_is_a_new_version_and_the_old_one_stays()
    {
        await using var app = await App.StartAsync(azurite);

        await app.ChangeSituationAsync();

        Assert.Equal(("2", "Another treaty"), (await GetAsync(app, "river-treaty") is var now ? (now["version"], now["title"]) : default));
        Assert.Equal("A treaty on a polluted river", (await GetVersionAsync(app, "1"))["title"]);
        Assert.Equal("Another treaty", (await GetVersionAsync(app, "2"))["title"]);
        Assert.Equal(404, (await GetVersionAsync(app, "3")).Status);
    }

    [Fact]
    public async Task The_document_is_answered_in_the_bytes_that_its_hash_is_of()
    {
        await using var app = await App.StartAsync(azurite);
        var json = (await app.SituationAsync("river-treaty")).Json["document"]!.AsObject();
        json["summary"] = "What's “agreed” – <b>Dämme</b> & more";
        Assert.Equal(201, (await app.PutAsync("river-treaty", json.ToJsonString())).Status);

        foreach (var situation in new[] { await app.SituationAsync("river-treaty"), await app.VersionAsync(2) })
        {
            var answer = Encoding.UTF8.GetString(situation.Body);
            var document = answer[(answer.IndexOf("\"document\":", StringComparison.Ordinal) + 11)..answer.LastIndexOf(",\"links\":", StringComparison.Ordinal)];
            Assert.Equal(situation["hash"], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))));
        }
    }

    [Fact]
    public async Task The_same_content_is_stored_once_however_many_start_with_it()
    {
        await using var app = await App.StartAsync(azurite);
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.StartAsync(azurite, beside: app)));

        Assert.Equal("1", (await GetAsync(app, "river-treaty"))["version"]);
        Assert.Equal(404, (await GetVersionAsync(app, "2")).Status);
        foreach (var other in others)
            await other.DisposeAsync();
    }

    [Fact]
    public async Task Different_contents_at_the_same_time_get_different_numbers()
    {
        await using var app = await App.StartAsync(azurite);
        var publisher = app.Get<SituationPublisher>();

        var added = await Task.WhenAll(Enumerable.Range(0, 5).Select(number =>
            publisher.PublishAsync(Requests.Treaty($"Treaty {number}", "lake"), (_, _) => true, TestContext.Current.CancellationToken)));

        Assert.Equal([1, 2, 3, 4, 5], added.Select(publication => publication.Current!.Number).Order());
        Assert.All(added, publication => Assert.Equal(PublicationOutcome.Added, publication.Outcome));
    }

    [Fact]
    public async Task Its_shipped_scenarios_can_be_submitted_as_they_are()
    {
        await using var app = await App.StartAsync(azurite);

        var scenarios = await app.CallAsync<ListSituationScenarios>((function, request) => function.RunAsync(request, "river-treaty"));

        var shipped = Assert.Single(scenarios.Json["scenarios"]!.AsArray())!;
        Assert.Equal(("half-and-half", "proposal"), (shipped["name"]!.ToString(), shipped["kind"]!.ToString()));
        Assert.Equal(202, (await app.SubmitAsync(shipped["document"]!.ToJsonString())).Status);
    }

    [Fact]
    public void A_situation_is_listed_with_its_own_scenarios_and_no_other()
    {
        var shipped = new ShippedScenarios(new ShippedFolder());
        var situations = Shipped.Situations().Select(situation => situation.Name).ToArray();

        Assert.True(situations.Length >= 2);
        Assert.All(situations, id => Assert.Equal([id], shipped.Of(id).Select(scenario => scenario.Situation).Distinct()));
        Assert.Equal(Shipped.Scenarios().Count, situations.Sum(id => shipped.Of(id).Count));
        Assert.Empty(shipped.Of("lake-treaty"));
    }

    [Fact]
    public async Task A_client_that_has_the_content_is_told_so()
    {
        await using var app = await App.StartAsync(azurite);
        var etag = (await GetAsync(app, "river-treaty")).Headers.ETag;

        Assert.Equal(304, (await GetAsync(app, "river-treaty", request => request.Headers.IfNoneMatch = etag)).Status);
    }

    [Theory]
    [InlineData("lake-treaty")]
    [InlineData("|ids")]
    [InlineData("' or 1 eq 1")]
    [InlineData("")]
    public async Task What_is_not_there_is_not_found(string id)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(404, (await GetAsync(app, id)).Status);
        Assert.Equal(404, (await app.CallAsync<GetSituationVersion>((function, request) => function.RunAsync(request, id, "1"))).Status);
        Assert.Equal(404, (await app.CallAsync<ListSituationScenarios>((function, request) => function.RunAsync(request, id))).Status);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("01")]
    [InlineData("one")]
    public async Task A_version_that_is_not_there_is_told_from_a_situation_that_is_not(string number)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal("There is no such version.", (await GetVersionAsync(app, number))["detail"]);
        Assert.Equal("There is no such situation.", (await GetAsync(app, "lake-treaty"))["detail"]);
    }

    private static Task<Answer> GetAsync(App app, string id, Action<HttpRequest>? request = null) =>
        app.CallAsync<GetSituation>((function, got) => function.RunAsync(got, id), request);

    private static Task<Answer> GetVersionAsync(App app, string number) =>
        app.CallAsync<GetSituationVersion>((function, request) => function.RunAsync(request, "river-treaty", number));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_situation_whose_row_is_damaged_it_tells_no_more_than_that(bool isNoContent)
    {
        await using var app = await App.StartAsync(azurite);
        await app.SituationRows().DamageAsync(Keys.SituationVersion(1), row => row[isNoContent ? "Content00" : "Number"] = isNoContent ? "damaged"u8.ToArray() : "one");

        var answer = await app.VersionAsync(1);

        Assert.Equal((422, "Version 1 of the situation river-treaty can no longer be read. Put a content that can."), (answer.Status, answer["detail"]));
    }

    [Fact]
    public async Task A_situation_that_is_stored_but_no_longer_reads_says_so_and_keeps_no_other_from_the_listing()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("goes without it");
        await app.AddWideRiverAsync();
        await app.MakeUnreadableAsync(1);
        await using var later = await App.StartAsync(azurite, beside: app);
        later.ExpectWarning("goes without it");

        foreach (var answer in new[] { await later.SituationAsync("river-treaty"), await later.VersionAsync(1) })
        {
            Assert.Equal((422, "application/problem+json"), (answer.Status, answer.ContentType));
            Assert.Equal("Version 1 of the situation river-treaty can no longer be read. Put a content that can.", answer["detail"]);
        }

        // In a store from before there was a row for the current version, the title stands in the document alone.
        await app.SituationRows().DeleteEntityAsync("river-treaty", Keys.CurrentSituation, cancellationToken: TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromSeconds(10));
        var listed = await later.CallAsync<ListSituations>((function, request) => function.RunAsync(request));
        Assert.Equal("wide-river", Assert.Single(listed.Json["situations"]!.AsArray())!["id"]!.ToString());
    }
}
