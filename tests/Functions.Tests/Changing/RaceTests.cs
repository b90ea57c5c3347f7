using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Changing;

/// <summary>Two who change one scenario, the second at every call of the first to storage in turn.</summary>
public sealed class RaceTests(SharedAzurite azurite)
{
    /// <summary>What changes, the first run or a second one, and the answers that it gets on the way.</summary>
    public static TheoryData<string, bool, int[]> Intrusions => new()
    {
        { "cancel", false, [200, 202] },
        { "cancel", true, [202, 409] },
        { "rerun", false, [409] },
        { "rerun", true, [202, 409] },
        { "delete", false, [204] },
        { "delete", true, [204] },
    };

    [Theory]
    [MemberData(nameof(Intrusions))]
    public async Task Whenever_a_change_comes_between_a_workers_calls_the_scenario_ends_in_one_piece(string change, bool again, int[] answers)
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var (calls, seen) = (0, new SortedSet<int>());
        for (var call = 1; call == 1 || calls >= call - 1; call++)
        {
            Assert.InRange(call, 1, 60);
            var id = await app.AcceptedAsync(Requests.Scenario($"{change} at call {call}"));
            if (again)
            {
                await app.RunMessagesAsync();
                Assert.Equal(202, (await app.RerunAsync(id)).Status);
            }

            await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
            calls = 0;
            var (at, answer) = (call, (Answer?)null);
            worker.Wire.Before = async (_, _) =>
            {
                if (Interlocked.Increment(ref calls) == at)
                    answer = await ChangeAsync(app, change, id);
            };
            await worker.EvaluateAsync(Requests.Message(id, again ? 2 : 1));
            worker.Wire.Before = (_, _) => Task.CompletedTask;
            await app.RunMessagesAsync();

            await CheckAsync(app, id, change, answer);
            if (answer is not null)
                seen.Add(answer.Status);
        }

        Assert.Equal(answers, seen);
    }

    [Fact]
    public async Task Two_who_ask_for_a_new_run_at_once_get_the_same_one()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        Answer? second = null;
        var write = Wire.Once(call => call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            if (write(call))
                second = await other.RerunAsync(id);
        };

        var first = await app.RerunAsync(id);
        await app.RunMessagesAsync();

        Assert.Equal((202, "2", 202, "2"), (first.Status, first["generation"], second!.Status, second["generation"]));
        Assert.Equal(2, (await app.RowAsync(id)).ResultGeneration);
        Assert.Single((await app.Evaluations.RowsAsync()).Select(row => row.RowKey.Split('|')[1]).Distinct());
    }

    [Fact]
    public async Task Many_who_ask_for_many_things_at_once_leave_one_state()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        Func<Task<Answer>>[] wishes = [() => app.RerunAsync(id), () => app.CancelAsync(id), () => app.RerunAsync(id), () => app.CancelAsync(id), () => app.RerunAsync(id)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(_ => wishes).Select(wish => Task.Run(wish)));
        await app.RunMessagesAsync();

        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 202 or 409 or 503, $"{answer.Status}"));
        var row = await app.RowAsync(id);
        Assert.True(row.Status.HasEnded(), $"{row.Status}");
        Assert.Equal(200, (await app.ImpactsAsync(id)).Status);
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), each => each.RowKey == Keys.Outbox(id));
    }

    private static async Task CheckAsync(App app, Guid id, string change, Answer? answer)
    {
        var row = await app.RowAsync(id);
        var expected = (change, answer?.Status) switch
        {
            (_, null) or (_, 409) => ScenarioStatus.Succeeded, // Too late, or not to be changed like this.
            ("cancel", 200 or 202) => ScenarioStatus.Cancelled,
            ("rerun", 202) => ScenarioStatus.Succeeded,
            ("delete", 204) => ScenarioStatus.Deleted,
            var other => throw new InvalidOperationException($"{other} at {row.Title}"),
        };
        Assert.Equal((row.Title, expected), (row.Title, row.Status));
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), each => each.RowKey == Keys.Outbox(id));
        var attempts = (await app.Evaluations.RowsAsync()).Where(each => each.PartitionKey == $"{id}").Select(each => each.RowKey.Split('|')[1]).Distinct();
        Assert.Equal(row.Result is { } result ? [result.Attempt] : [], attempts);
        Assert.Equal(row.Result is null ? 404 : 200, (await app.ImpactsAsync(id)).Status);
    }

    private static Task<Answer> ChangeAsync(App app, string change, Guid id) => change switch
    {
        "cancel" => app.CancelAsync(id),
        "rerun" => app.RerunAsync(id),
        _ => app.DeleteAsync(id),
    };
}
