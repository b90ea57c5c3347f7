using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Whatever message or worker is lost, a sweep goes on.</summary>
public sealed class UpkeepTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_first_message_that_was_never_sent_is_made_up_for()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = Wire.Once(call => call.IsSend);
        var id = await app.AcceptedSweepAsync();

        await app.LookAsync();
        Assert.Empty(await app.SweepMessagesAsync());
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();

        await app.RunSweepMessagesAsync();
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_sweep_whose_row_cannot_be_read_keeps_no_other_one_waiting(int damaged)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("can no longer be read");
        Guid[] ids = [await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two")];
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        var row = (await app.SweepRows().RowsAsync()).Single(row => row.RowKey == Keys.Submission(ids[damaged]));
        row["Status"] = "Dreaming";
        await app.SweepRows().UpdateEntityAsync(row, row.ETag, cancellationToken: TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.LookAsync();

        Assert.Equal(ids[1 - damaged], Assert.Single(await app.SweepMessagesAsync()).Sweep);
    }

    [Theory]
    [InlineData("Number", 0)]
    [InlineData("Number", 99)]
    public async Task A_chunk_whose_row_names_another_one_keeps_no_sweep_waiting(string column, int value)
    {
        await using var app = await App.StartAsync(azurite);
        Guid[] ids = [await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two")];
        foreach (var id in ids)
        {
            await app.WorkAsync(id);
            await app.WorkAsync(id, chunk: 0);
            await ChunkTests.ClaimAsync(app, id, chunk: 1);
            await app.DamageChunkAsync(id, 1, column, value);
        }

        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        for (var look = 0; look < 2; look++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(1));
            await app.LookAsync();
        }

        Assert.Equal(
            ids.Order().SelectMany(id => new[] { (id, 1), (id, 2) }), (await app.SweepMessagesAsync()).Select(message => (message.Sweep, message.Chunk!.Value)).Order());
    }

    [Fact]
    public async Task Whatever_is_wrong_with_one_sweep_the_others_are_looked_at()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("could not be looked after");
        Guid[] ids = [await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two")];
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        var first = Wire.Once(call => call.Touches("RowKey='s|"));
        app.Wire.Before = (call, _) => first(call) ? throw new InvalidCastException("a bug") : Task.CompletedTask;

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.LookAsync();

        Assert.Single(await app.SweepMessagesAsync());
        Assert.Equal([1, 1], (await app.SweepRows().RowsAsync()).Where(row => row.RowKey.StartsWith("o|", StringComparison.Ordinal)).Select(row => row.GetInt32("Looks")));
    }

    [Fact]
    public async Task What_waits_behind_the_messages_of_another_sweep_is_not_sent_again_soon()
    {
        await using var app = await App.StartAsync(azurite);
        var (before, behind) = (await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two"));
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.WorkAsync(before);
        await app.WorkAsync(behind);

        for (var looks = 0; looks < 3; looks++) // Not yet a quarter of an hour.
        {
            app.Time.Advance(TimeSpan.FromMinutes(4));
            await app.LookAsync();
        }

        Assert.Equal(2 * Sweeps.Chunks, (await app.SweepMessagesAsync()).Count);
    }

    [Fact]
    public async Task Handing_out_that_breaks_off_in_the_middle_loses_no_chunk()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Wire.FailsBefore = call => call.IsTransaction; // Sent, but not noted.
        await app.WorkAsync(id);
        app.Wire.FailsBefore = _ => false;

        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken); // And lost.
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task Chunks_that_nobody_has_begun_with_are_sent_again_only_when_nothing_has_happened_since_the_last_look()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.WorkAsync(id, chunk: 2);

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        Assert.Empty(await app.SweepMessagesAsync());
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();

        Assert.Equal([0, 1], (await app.SweepMessagesAsync()).Select(message => message.Chunk!.Value).Order());
    }

    [Fact]
    public async Task When_all_chunks_are_done_and_the_finisher_died_the_summary_is_asked_for()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Wire.FailsBefore = call => call.IsTransaction;
        for (var chunk = 0; chunk < Sweeps.Chunks; chunk++)
            await app.WorkAsync(id, chunk);
        app.Wire.FailsBefore = _ => false;
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.LookAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task A_look_during_an_outage_moves_nothing_so_that_the_next_one_sends()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsSend;
        await app.AcceptedSweepAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        app.Wire.FailsBefore = _ => false;

        await app.LookAsync();

        Assert.Single(await app.SweepMessagesAsync());
    }

    [Fact]
    public async Task What_has_ended_is_not_looked_at()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        app.Time.Advance(TimeSpan.FromHours(1));

        await app.LookAsync();

        Assert.Empty(await app.SweepMessagesAsync());
    }
}
