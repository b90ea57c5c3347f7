using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Publishing;

public sealed class RaceTests(SharedAzurite azurite)
{
    [Fact]
    public async Task Different_contents_at_the_same_time_are_versions_of_their_own()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? app : other).PutTreatyAsync($"Treaty {n}")));

        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.Equal(["2", "3", "4", "5", "6", "7"], answers.Select(answer => answer["version"]).Order());
        var versions = await app.VersionsAsync();
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], versions.Select(version => version.Number));
        Assert.Equal(7, versions.Single(version => version.IsCurrent).Number); // Numbers rise in the order in which they became current.
    }

    [Fact]
    public async Task The_same_content_at_the_same_time_is_one_version_and_new_once()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? app : other).PutTreatyAsync("Mine")));

        Assert.Equal([200, 200, 200, 200, 200, 201], answers.Select(answer => answer.Status).Order());
        Assert.All(answers, answer => Assert.Equal("2", answer["version"]));
        Assert.Equal([(2, true), (1, false)], await app.VersionsAsync());
    }

    [Fact]
    public async Task Of_those_who_would_replace_the_same_content_one_does()
    {
        await using var app = await App.StartAsync(azurite);
        var seen = $"{(await app.SituationAsync("river-treaty")).Headers.ETag}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(n =>
            app.PutTreatyAsync($"Treaty {n}", request => request.Headers.IfMatch = seen)));

        Assert.Equal([201, 412, 412, 412, 412], answers.Select(answer => answer.Status).Order());
        Assert.Equal(2, (await app.VersionsAsync()).Count);
    }

    [Fact]
    public async Task Of_those_who_would_create_a_situation_one_does_even_with_the_same_content()
    {
        await using var app = await App.StartAsync(azurite);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            app.PutAsync("lake-treaty", Requests.TreatyJson("A lake", "lake-treaty"), request => request.Headers.IfNoneMatch = "*")));

        Assert.Equal([201, 412, 412, 412, 412], answers.Select(answer => answer.Status).Order());
        Assert.Equal([(1, true)], await app.VersionsAsync("lake-treaty"));
    }

    [Fact]
    public async Task Whoever_comes_between_a_look_and_the_change_that_follows_is_seen()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var seen = $"{(await app.SituationAsync("river-treaty")).Headers.ETag}";
        var first = Wire.Once(call => call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            if (first(call))
                await other.PutTreatyAsync("Between");
        };

        var answer = await app.PutTreatyAsync("Mine", request => request.Headers.IfMatch = seen);

        Assert.Equal((412, "2"), (answer.Status, answer["version"]));
        Assert.Equal(("2", "Between"), await app.CurrentAsync());
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_stored_and_repeating_is_safe()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsTransaction;

        var away = await app.PutTreatyAsync("Mine");
        app.Wire.FailsBefore = _ => false;

        Assert.Equal((503, "application/problem+json", "2"), (away.Status, away.ContentType, $"{away.Headers.RetryAfter}"));
        Assert.Single(await app.VersionsAsync());
        Assert.Equal(201, (await app.PutTreatyAsync("Mine")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task A_change_whose_answer_was_lost_is_recognised_as_our_own(string? noneMatch)
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);

        var answer = await app.PutAsync("lake-treaty", Requests.TreatyJson("A lake", "lake-treaty"), request => request.Headers.IfNoneMatch = noneMatch);

        Assert.Equal((201, "1"), (answer.Status, answer["version"]));
        Assert.Equal([(1, true)], await app.VersionsAsync("lake-treaty"));
    }

    [Fact]
    public async Task A_change_that_may_have_been_made_says_so_and_its_repetition_finds_it()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.LosesAnswer = call => call.IsTransaction;
        app.Wire.FailsBefore = call => app.Wire.Calls.Count(each => each.IsTransaction) > 1;

        var lost = await app.PutTreatyAsync("Mine");
        (app.Wire.LosesAnswer, app.Wire.FailsBefore) = (_ => false, _ => false);

        Assert.Equal((503, "2"), (lost.Status, $"{lost.Headers.RetryAfter}"));
        Assert.Contains("safe", lost["detail"]);
        Assert.Equal((200, "2"), await app.PutTreatyAsync("Mine") is var again ? (again.Status, again["version"]) : default);
        Assert.Equal([(2, true), (1, false)], await app.VersionsAsync());
    }

    [Fact]
    public async Task What_was_read_before_a_change_is_not_kept_after_it()
    {
        await using var app = await App.StartAsync(azurite);
        var (read, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var here = Wire.Once(call => call.Method == "GET" && call.Target.Contains("RowKey='c|", StringComparison.Ordinal));
        app.Wire.After = async call =>
        {
            if (!here(call))
                return;
            read.SetResult();
            await goOn.Task;
        };
        var early = app.CurrentAsync();
        await read.Task;
        Assert.Equal(201, (await app.PutTreatyAsync("Later")).Status);
        goOn.SetResult();

        Assert.Equal("1", (await early).Version); // As it was when it asked.
        Assert.Equal(("2", "Later"), await app.CurrentAsync());
    }
}
