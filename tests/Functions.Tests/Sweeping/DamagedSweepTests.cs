using System.Runtime.InteropServices;
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
    [InlineData("Number", 99)]
    [InlineData("Number", 1)]
    [InlineData("First", 7)]
    [InlineData("Variants", 3)]
    [InlineData("Quantities", 1)]
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

    [Theory]
    [InlineData(1e9)]
    [InlineData(-1d)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_digest_that_can_be_read_but_cannot_be_is_left_out_of_what_is_told(double everywhere)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id, chunk: 0);
        await app.WorkAsync(id, chunk: 2);
        var digest = (await app.ChunkRows().RowsAsync())[0].GetBinary("Digest");
        MemoryMarshal.Cast<byte, double>(digest.AsSpan()).Fill(everywhere);
        await app.DamageChunkAsync(id, 0, "Digest", digest);

        var answer = await app.SweepAsync(id);

        Assert.Equal((200, "100"), (answer.Status, $"{answer.Json["summary"]!["variants"]}"));
    }

    [Fact]
    public async Task A_digest_of_too_few_quantities_is_left_out_of_what_is_told()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id, chunk: 0);
        await app.DamageChunkAsync(id, 0, "Digest", (await app.ChunkRows().RowsAsync())[0].GetBinary("Digest")[..48]);

        var answer = await app.SweepAsync(id);

        Assert.Equal((200, null), (answer.Status, answer.Json["summary"]));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_sweep_whose_summary_is_damaged_is_told_without_it(string? content)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("its summary can no longer be read");
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: 10));
        await app.RunSweepMessagesAsync();
        var row = (await app.ChunkRows().RowsAsync()).Single(each => each.RowKey == Keys.SweepSummary);
        row["Content00"] = content switch { "" => new byte[] { 31, 139, 8, 0, 1 }, _ => content };
        await app.ChunkRows().UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        var answer = await app.SweepAsync(id);

        Assert.Equal((200, "Succeeded", null), (answer.Status, answer["status"], answer.Json["summary"]));
    }

    [Fact]
    public async Task A_sweep_that_is_deleted_while_it_is_read_is_not_there()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id, chunk: 0);
        var here = Wire.Once(call => call.Touches("sweepchunks"));
        app.Wire.Before = (call, _) => here(call) ? other.DeleteSweepAsync(id) : Task.CompletedTask;

        Assert.Equal(404, (await app.SweepAsync(id)).Status);
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
    public async Task Messages_of_a_sweep_that_was_stopped_come_to_nothing_even_if_its_submission_is_damaged()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.WorkAsync(id, chunk: 0);
        await app.CancelSweepAsync(id);
        await app.SweepRows().DamageSubmissionAsync(id);

        await app.RunSweepMessagesAsync();

        Assert.Empty(await app.DeadLetters.RowsAsync());
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
