using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Publishing;

public sealed class ConditionTests(SharedAzurite azurite)
{
    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_overwritten()
    {
        await using var app = await App.StartAsync(azurite);
        var seen = $"{(await app.SituationAsync("river-treaty")).Headers.ETag}";

        var first = await app.PutTreatyAsync("First", request => request.Headers.IfMatch = seen);
        var second = await app.PutTreatyAsync("Second", request => request.Headers.IfMatch = seen);

        Assert.Equal((201, 412), (first.Status, second.Status));
        Assert.Equal(("2", first["hash"]), (second["version"], second["hash"]));
        Assert.Equal([(2, true), (1, false)], await app.VersionsAsync());
    }

    [Fact]
    public async Task A_repeated_change_whose_effect_is_there_succeeds_though_its_condition_no_longer_holds()
    {
        await using var app = await App.StartAsync(azurite);
        var seen = $"{(await app.SituationAsync("river-treaty")).Headers.ETag}";
        await app.PutTreatyAsync("Mine", request => request.Headers.IfMatch = seen);

        Assert.Equal(200, (await app.PutTreatyAsync("Mine", request => request.Headers.IfMatch = seen)).Status);
    }

    [Theory]
    [InlineData("river-treaty", "*", null, 201)]
    [InlineData("lake-treaty", "*", null, 412)]
    [InlineData("lake-treaty", "\"x\"", null, 412)]
    [InlineData("river-treaty", "\"x\", \"{etag}\"", null, 201)]
    [InlineData("river-treaty", "W/\"{etag}\"", null, 412)]
    [InlineData("river-treaty", null, "*", 412)]
    [InlineData("lake-treaty", null, "*", 201)]
    [InlineData("river-treaty", null, "\"x\"", 201)]
    [InlineData("river-treaty", null, "\"x\", W/\"{etag}\"", 412)]
    [InlineData("river-treaty", "*", "*", 412)]
    [InlineData("river-treaty", "nonsense", null, 400)]
    [InlineData("river-treaty", null, "nonsense", 400)]
    [InlineData("river-treaty", "", null, 400)]
    public async Task Conditions_say_what_may_be_replaced(string id, string? match, string? noneMatch, int status)
    {
        await using var app = await App.StartAsync(azurite);
        var etag = (await app.SituationAsync("river-treaty"))["hash"];

        var answer = await app.PutAsync(id, Requests.TreatyJson("Mine", id), request =>
        {
            if (match is not null)
                request.Headers.IfMatch = match.Replace("{etag}", etag, StringComparison.Ordinal);
            if (noneMatch is not null)
                request.Headers.IfNoneMatch = noneMatch.Replace("{etag}", etag, StringComparison.Ordinal);
        });

        Assert.Equal(status, answer.Status);
        if (status != 201)
            Assert.Equal((1, 404), ((await app.VersionsAsync()).Count, (await app.SituationAsync("lake-treaty")).Status));
    }
}
