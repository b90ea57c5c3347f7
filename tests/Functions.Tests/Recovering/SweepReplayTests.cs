using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Parley.Engine;
using Parley.Functions.Recovering;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Faults;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Recovering;

/// <summary>Dead letters of sweeps.</summary>
public sealed class SweepReplayTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public async Task A_sweep_that_was_given_up_goes_on_from_where_it_was(int? failing)
    {
        await using var app = await App.StartAsync(azurite);
        await using var quiet = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var expected = await quiet.AcceptedSweepAsync();
        await quiet.RunSweepMessagesAsync();
        var id = await GivenUpAsync(app, failing);
        var evaluated = (await app.ChunksAsync(id))[1];
        var letter = Assert.Single(await ListedAsync(app));
        Assert.Equal(($"{id}", $"/api/sweeps/{id}", null), ($"{letter["sweep"]}", $"{letter["links"]!["sweep"]}", letter["scenario"]));
        Assert.Equal(SweepMessage.For(id, failing).ToJson(), (await GetAsync(app, letter["id"]!))["message"]);

        var replayed = await ReplayAsync(app, letter["id"]!);
        await app.RunSweepMessagesAsync();

        Assert.Equal((202, "Accepted", $"/api/sweeps/{id}"), (replayed.Status, replayed["status"], $"{replayed.Headers.Location}"));
        Assert.Equal(await quiet.SweepResultAsync(expected), await app.SweepResultAsync(id));
        Assert.Equal(evaluated, (await app.ChunksAsync(id))[1]);
        Assert.Null((await app.SweepAsync(id)).Json["problem"]);
        Assert.NotNull((await GetAsync(app, letter["id"]!)).Json["replayedAt"]);
    }

    [Fact]
    public async Task A_replay_whose_message_was_lost_is_made_up_for()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app, failing: 0);
        app.Wire.FailsBefore = call => call.IsSend;
        Assert.Equal(202, (await ReplayAsync(app, Assert.Single(await ListedAsync(app))["id"]!)).Status);
        app.Wire.FailsBefore = _ => false;

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    /// <summary>Begun just before the deadline, with time left to read how far it is, or without.</summary>
    [Theory]
    [InlineData(0.2, 1)]
    [InlineData(0.9, 0)]
    public async Task A_replay_that_was_begun_is_answered_in_time_however_little_is_left(double secondsOfSending, int chunksTold)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app, failing: 0);
        var letter = Assert.Single(await ListedAsync(app))["id"]!;
        app.Wire.After = call =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(CallNames.Of(call) switch { "begin again" => 3.9, "send" => secondsOfSending, _ => 0 }));
            return Task.CompletedTask;
        };

        var answer = await ReplayAsync(app, letter);

        Assert.Equal((202, "Accepted", $"{chunksTold}"), (answer.Status, answer["status"], $"{answer.Json["progress"]!["chunksDone"]}"));
        Assert.Equal(ScenarioStatus.Accepted, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task What_was_poisoned_before_does_not_end_it_once_more()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Evaluation:Attempts", "3"));
        app.ExpectWarning("given up");
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.Get<SweepChunkTable>().ChangeAsync(new SweepChunk(id, 0, Claims: 3), TestContext.Current.CancellationToken);
        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());

        await ReplayAsync(app, Assert.Single(await ListedAsync(app))["id"]!);
        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());

        Assert.Equal(ScenarioStatus.Accepted, (await app.SweepRowAsync(id)).Status);
    }

    [Theory]
    [InlineData("Claims", "many")]
    [InlineData("Number", 99)]
    [InlineData("Digest", null)]
    [InlineData("Mean00", null)]
    [InlineData("Error00", null)]
    [InlineData("Error00", "text")]
    public async Task A_chunk_that_nobody_can_read_is_evaluated_again(string column, object? value)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");
        var id = await GivenUpAsync(app, failing: 0);
        await app.DamageChunkAsync(id, 1, column, value);

        var replayed = await ReplayAsync(app, Assert.Single(await ListedAsync(app))["id"]!);
        await app.WorkAsync(id, chunk: 1); // A message of before, which comes before it is handed out.
        await app.WorkAsync(id);

        Assert.Equal(202, replayed.Status);
        Assert.Equal(column == "Claims" || column == "Number", (await app.ChunksAsync(id)).ContainsKey(1));
        await app.RunSweepMessagesAsync();
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task A_replay_answers_in_time_however_long_it_takes_to_read_all_numbers()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app, failing: 0);
        await app.DamageChunkAsync(id, 1, "Error00", null);
        var pages = 0;
        app.Wire.Answers = call => CallNames.Of(call) == "read numbers" && pages++ < 20 ? new EmptyPage($"{id}", Keys.Chunk(0)) : null;
        app.Wire.Before = (call, _) =>
        {
            if (CallNames.Of(call) == "read numbers")
                app.Time.Advance(TimeSpan.FromMilliseconds(300));
            return Task.CompletedTask;
        };

        var replayed = await ReplayAsync(app, Assert.Single(await ListedAsync(app))["id"]!);
        Assert.Equal((202, 0), (replayed.Status, pages));
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        Assert.InRange(pages, 21, int.MaxValue);
    }

    [Theory]
    [InlineData("Digest", 1e9)] // The lowest of all in a variant that there is not.
    [InlineData("Digest", 1d)] // There might be such variants.
    [InlineData("Mean00", 0.5)]
    [InlineData("Error00", null)]
    public async Task A_summary_over_damaged_numbers_ends_in_a_dead_letter_whose_replay_mends_them(string column, double? value)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");
        var id = await TwoDoneAsync(app);
        var numbers = (await app.ChunkRows().RowsAsync())[0].GetBinary(column);
        MemoryMarshal.Cast<byte, double>(numbers.AsSpan()).Fill(value ?? 0);
        await app.DamageChunkAsync(id, 0, column, value is null ? null : numbers);
        await Assert.ThrowsAsync<InvalidDataException>(() => app.WorkAsync(id, chunk: 2));
        await app.PoisonSweepAsync(SweepMessage.For(id, chunk: 2).ToJson());
        var failed = await app.SweepAsync(id);
        Assert.Equal((200, "Failed", "3"), (failed.Status, failed["status"], $"{failed.Json["progress"]!["chunksDone"]}"));

        await ReplayAsync(app, Assert.Single(await ListedAsync(app))["id"]!);
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        Assert.Equal(Sweeps.Variants, (await app.VariantsAsync(id, "?limit=1100")).Json["variants"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_error_of_the_engine_in_the_summary_keeps_a_dead_letter_that_is_replayed()
    {
        await using var mended = await App.StartAsync(azurite);
        await using var broken = await App.StartAsync(
            azurite.ConnectionString, beside: mended, wire: null, services => services.AddSingleton<SummariseVariants>((_, _, _, _, _) =>
                throw new EngineFaultException("a bug", new InvalidCastException("a bug")) { Where = "the summary" }));
        broken.ExpectWarning("");
        var id = await TwoDoneAsync(broken);
        await broken.WorkAsync(id, chunk: 2);
        var failed = await mended.SweepAsync(id);
        Assert.Equal((200, "Failed"), (failed.Status, failed["status"]));
        Assert.Contains("the summary", failed.Json["problem"]!["detail"]!.ToString(), StringComparison.Ordinal);

        await ReplayAsync(mended, Assert.Single(await ListedAsync(mended))["id"]!);
        await mended.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await mended.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task Two_replays_at_once_are_one_and_throw_no_work_away()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app, settings: ("Evaluation:Attempts", "1"));
        await using var worker = await App.StartAsync(azurite, beside: app);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app, failing: 0);
        var letter = Assert.Single(await ListedAsync(app))["id"]!;
        // The second one has found it Failed, and goes on when a worker is at a chunk that the first has handed out.
        var (late, reached, goOn) = other.Pause(second => ReplayAsync(second, letter), call => call.Touches("sweepchunks"));
        await reached;
        await ReplayAsync(app, letter);
        var (work, atWork, finish) = worker.Pause(one => one.WorkAsync(id, chunk: 0), call => CallNames.Of(call) == "numbers");
        await atWork;

        goOn.SetResult();
        await late;
        finish.SetResult();
        await work;

        Assert.True((await app.ChunksAsync(id))[0].IsDone);
        await app.RunSweepMessagesAsync();
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task A_replay_leaves_a_chunk_alone_that_a_worker_is_at_or_that_is_only_of_another_engine()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Evaluation:Attempts", "3"));
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app, failing: 0);
        await app.DamageChunkAsync(id, 1, "EngineVersion", "1");
        await app.Get<SweepChunkTable>().ChangeAsync(
            new SweepChunk(id, 2, Claims: 2, Owner: "another", LeaseUntil: app.Time.GetUtcNow().AddMinutes(1)), TestContext.Current.CancellationToken);
        var before = await app.ChunksAsync(id);

        Assert.Equal(202, (await ReplayAsync(app, Assert.Single(await ListedAsync(app))["id"]!)).Status);

        var after = await app.ChunksAsync(id);
        Assert.Equal((before[1], before[2]), (after[1], after[2]));
        Assert.Equal((0, ""), (after[0].Claims, after[0].LastError));
    }

    [Fact]
    public async Task It_is_replayed_only_while_it_has_failed_and_is_there()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await GivenUpAsync(app, failing: 0);
        var letter = Assert.Single(await ListedAsync(app))["id"]!;
        await ReplayAsync(app, letter);

        var open = await ReplayAsync(app, letter);
        await app.RunSweepMessagesAsync();
        var done = await ReplayAsync(app, letter);
        await app.DeleteSweepAsync(id);

        Assert.Equal((409, "Accepted", 409, "Succeeded"), (open.Status, open["sweepStatus"], done.Status, done["sweepStatus"]));
        Assert.Equal(404, (await ReplayAsync(app, letter)).Status);
    }

    // One chunk is done; another one, or the handing out, has failed.
    private static async Task<Guid> GivenUpAsync(App app, int? failing)
    {
        var id = await app.AcceptedSweepAsync();
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.WorkAsync(id, chunk: 1);
        app.Wire.Before = (call, _) => call.IsSend || call.Body.Contains("\"Digest\"", StringComparison.Ordinal) ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.WorkAsync(id, failing));
        app.Wire.Before = (_, _) => Task.CompletedTask;
        await app.PoisonSweepAsync(SweepMessage.For(id, failing).ToJson());
        Assert.Equal(ScenarioStatus.Failed, (await app.SweepRowAsync(id)).Status);
        return id;
    }

    private static async Task<Guid> TwoDoneAsync(App app)
    {
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        for (var chunk = 0; chunk < Sweeps.Chunks - 1; chunk++)
            await app.WorkAsync(id, chunk);
        return id;
    }

    private static async Task<IReadOnlyList<JsonNode>> ListedAsync(App app) =>
        [.. (await app.CallAsync<ListDeadLetters>((function, request) => function.RunAsync(request))).Json["deadLetters"]!.AsArray()!];

    private static Task<Answer> GetAsync(App app, object id) => app.CallAsync<GetDeadLetter>((function, request) => function.RunAsync(request, $"{id}"));

    private static Task<Answer> ReplayAsync(App app, object id) => app.CallAsync<ReplayDeadLetter>((function, request) => function.RunAsync(request, $"{id}"));
}
