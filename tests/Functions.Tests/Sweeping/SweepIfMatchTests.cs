using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Changes of a sweep on condition of its status, as for scenarios.</summary>
public sealed class SweepIfMatchTests(SharedAzurite azurite)
{
    public static TheoryData<string> Changes => ["cancel", "delete"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_on_condition_of_what_is_no_longer_so_is_refused(string change)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: 10));
        var seen = $"{(await app.SweepAsync(id)).Headers.ETag}";
        await app.RunSweepMessagesAsync();
        var row = await app.SweepRowAsync(id);

        var answer = await ChangeAsync(app, change, id, seen);

        Assert.Equal((412, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal($"{(await app.SweepAsync(id)).Headers.ETag}", answer["etag"]);
        Assert.Equal(row, await app.SweepRowAsync(id));
    }

    [Theory]
    [InlineData("cancel", "{0}", 200)]
    [InlineData("cancel", "\"other\", {0}", 200)]
    [InlineData("delete", "{0}", 204)]
    [InlineData("delete", "*", 204)]
    public async Task A_change_on_condition_of_what_is_so_is_made(string change, string wish, int status)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();

        var answer = await ChangeAsync(app, change, id, wish.Replace("{0}", $"{(await app.SweepAsync(id)).Headers.ETag}", StringComparison.Ordinal));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_cancel_whose_answer_was_lost_is_repeated_under_the_same_condition()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        var seen = $"{(await app.SweepAsync(id)).Headers.ETag}";

        Assert.Equal(200, (await app.CancelSweepAsync(id, seen)).Status);
        Assert.Equal(200, (await app.CancelSweepAsync(id, seen)).Status);
    }

    [Fact]
    public async Task Progress_is_no_change_of_state()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        var seen = $"{(await app.SweepAsync(id)).Headers.ETag}";
        await app.WorkAsync(id, chunk: 0);
        Assert.NotEqual(seen, $"{(await app.SweepAsync(id)).Headers.ETag}"); // For whoever polls it is news.

        Assert.Equal(200, (await app.CancelSweepAsync(id, seen)).Status);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_tag_that_cannot_be_read_is_no_condition_to_go_by(string change)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();

        Assert.Equal(400, (await ChangeAsync(app, change, id, "without quotation marks")).Status);
        Assert.Equal(412, (await ChangeAsync(app, change, id, $"W/{(await app.SweepAsync(id)).Headers.ETag}")).Status);
        Assert.Equal(ScenarioStatus.Accepted, (await app.SweepRowAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_not_there_is_not_found_whatever_the_condition(string change)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(404, (await ChangeAsync(app, change, Guid.NewGuid(), "*")).Status);
        Assert.Equal(404, (await ChangeAsync(app, change, "no-id", "*")).Status);
    }

    private static Task<Answer> ChangeAsync(App app, string change, object id, string ifMatch) =>
        change == "cancel" ? app.CancelSweepAsync(id, ifMatch) : app.DeleteSweepAsync(id, ifMatch);
}
