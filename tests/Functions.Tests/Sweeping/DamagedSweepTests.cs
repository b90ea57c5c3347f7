using Azure.Data.Tables;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Sweeps of which something that is stored can no longer be read.</summary>
public sealed class DamagedSweepTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(null)]
    public async Task A_chunk_whose_row_nobody_can_read_ends_the_sweep_whichever_message_meets_it(int? failing)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await ChunkTests.ClaimAsync(app, id, chunk: 0);
        await app.DamageChunkAsync(id, 0, "Claims", "many");
        await Assert.ThrowsAsync<InvalidDataException>(() => app.WorkAsync(id, chunk: 2)); // Done, and then it looks for the end.
        await Assert.ThrowsAsync<InvalidDataException>(() => app.WorkAsync(id, failing));

        await app.PoisonSweepAsync(SweepMessage.For(id, failing).ToJson());

        var answer = await app.SweepAsync(id);
        Assert.Equal((200, "Failed", failing == 1 ? "2" : "1"), (answer.Status, answer["status"], $"{answer.Json["progress"]!["chunksDone"]}"));
        Assert.Contains("fault of Parley's", answer.Json["problem"]!["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("chunk", answer.Json["problem"]!["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("can no longer be read", Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunk_whose_row_nobody_can_read_and_whose_messages_are_used_up_ends_the_sweep_too()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        for (var chunk = 0; chunk < Sweeps.Chunks - 1; chunk++)
            await app.WorkAsync(id, chunk);
        await app.DamageChunkAsync(id, 0, "Claims", "many");

        for (var look = 0; look < 3; look++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(4));
            await app.LookAsync();
        }

        Assert.Contains(0, (await app.SweepMessagesAsync()).Select(message => message.Chunk));
        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());
        Assert.Equal("Failed", (await app.SweepAsync(id))["status"]);
    }

    [Theory]
    [InlineData("Digest", null)]
    [InlineData("Digest", "text")]
    [InlineData("Mean00", null)]
    [InlineData("EngineVersion", 7)]
    public async Task Of_a_sweep_with_a_damaged_chunk_everything_else_can_be_read(string column, object? value)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id, chunk: 0);
        await app.WorkAsync(id, chunk: 1);
        await app.DamageChunkAsync(id, 0, column, value);

        Assert.Equal(200, (await app.SweepAsync(id)).Status);
        var variants = await app.VariantsAsync(id, "?limit=1100");
        Assert.Equal(200, variants.Status);
        Assert.Contains(500, variants.Json["variants"]!.AsArray().Select(variant => variant!["number"]!.GetValue<int>()));
        Assert.Equal(412, (await app.CancelSweepAsync(id, "\"another\"")).Status);
        Assert.Equal(200, (await app.CancelSweepAsync(id)).Status);
    }

    [Fact]
    public async Task A_sweep_whose_submission_is_damaged_ends_as_failed_with_a_dead_letter()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.WorkAsync(id, chunk: 1);
        await app.SweepRows().DamageSubmissionAsync(id);
        await Assert.ThrowsAsync<InvalidDataException>(() => app.WorkAsync(id, chunk: 0));

        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());

        Assert.Equal("Failed", (await app.SweepAsync(id))["status"]);
        Assert.Equal(422, (await app.VariantsAsync(id)).Status);
        Assert.Equal(id, Assert.Single(await app.DeadLetters.RowsAsync()).GetGuid("Sweep"));
    }

    [Fact]
    public async Task Of_a_sweep_that_this_version_cannot_read_the_status_is_told_and_the_variants_are_422()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id, chunk: 0);
        var row = await app.SweepRowAsync(id);
        // As if its situation's content had been lost.
        await app.Get<SweepTable>().ChangeAsync(row with { Situation = row.Situation with { Number = 7 } }, TestContext.Current.CancellationToken);

        var answer = await app.SweepAsync(id);

        Assert.Equal((200, null), (answer.Status, answer.Json["summary"]));
        Assert.Equal(422, (await app.VariantsAsync(id)).Status);
    }

    [Fact]
    public async Task A_sweep_whose_row_nobody_can_read_is_kept_with_the_reason()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("can no longer be read");
        var id = await app.AcceptedSweepAsync();
        var row = (await app.SweepRows().RowsAsync()).Single(each => each.RowKey == Keys.Submission(id));
        row["Status"] = "Lost";
        await app.SweepRows().UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        await app.PoisonSweepAsync(SweepMessage.For(id).ToJson());

        Assert.Single(await app.DeadLetters.RowsAsync());
    }
}
