using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Evaluating;

/// <summary>Scenarios whose submission is damaged in whatever way: they come to an end like all others.</summary>
public sealed class DamagedScenarioTests(SharedAzurite azurite)
{
    public static TheoryData<Damage> Damages => [.. Enum.GetValues<Damage>()];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task It_ends_as_failed_with_a_dead_letter_and_is_not_run_again(Damage damage)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await app.AcceptedAsync();
        await app.Scenarios.DamageSubmissionAsync(id, damage);
        await Assert.ThrowsAsync<InvalidDataException>(() => app.EvaluateAsync(Requests.Message(id)));

        await app.PoisonAsync(Requests.Message(id));

        Assert.Equal("Failed", (await app.StatusAsync(id))["status"]);
        Assert.Equal(id, Assert.Single(await app.DeadLetters.RowsAsync()).GetGuid("Scenario"));
        Assert.Empty((await app.PoisonQueue.PeekMessagesAsync(1, TestContext.Current.CancellationToken)).Value);
        Assert.Equal(422, (await app.RerunAsync(id)).Status);
        Assert.Equal(422, (await app.InputsAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Deleted_it_is_gone_but_for_its_id(Damage damage)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.Scenarios.DamageSubmissionAsync(id, damage);

        Assert.Equal(204, (await app.DeleteAsync(id)).Status);
        await app.RunMessagesAsync();

        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(id)).Status);
        Assert.Equal(["d|", "s|"], (await app.Scenarios.RowsAsync()).Select(row => row.RowKey[..2]));
        Assert.Equal(404, (await app.InputsAsync(id)).Status);
    }

    [Fact]
    public async Task Cancelled_once_a_worker_was_at_it_it_is_cancelled()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await ClaimedAsync(app);
        await app.Scenarios.DamageSubmissionAsync(id);

        Assert.Equal(202, (await app.CancelAsync(id)).Status);
        await app.RunMessagesAsync();

        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
    }

    [Fact]
    public async Task What_was_left_by_whoever_gave_it_up_and_died_is_cleared()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await ClaimedAsync(app);
        await app.Scenarios.DamageSubmissionAsync(id);
        await using var killed = await App.StartAsync(azurite, beside: app);
        killed.ExpectWarning("given up");
        await killed.KillDuringAsync(worker => worker.PoisonAsync(Requests.Message(id)), call => call.Touches("RowKey='o|"));
        Assert.Equal("Failed", (await app.StatusAsync(id))["status"]);

        await app.RunMessagesAsync();

        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
    }

    // By a worker that is gone.
    private static async Task<Guid> ClaimedAsync(App app)
    {
        var id = await app.AcceptedAsync();
        var row = await app.RowAsync(id);
        Assert.NotNull(await app.Get<ScenarioTable>().ChangeAsync(row.Claimed("gone", app.Time.GetUtcNow()), TestContext.Current.CancellationToken));
        return id;
    }
}
