using System.Text.RegularExpressions;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Storage;

public sealed partial class ConditionTests(SharedAzurite azurite)
{
    [Fact]
    public async Task Every_change_of_a_scenarios_status_is_made_on_condition_of_what_was_read()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        // All that changes a status: a claim, its release, another claim, the end; another scenario's giving up; and what callers do.
        var id = await app.AcceptedAsync();
        app.Wire.FailsBefore = Wire.Once(call => call.Touches(app.Names.Evaluations));
        await app.RunMessagesAsync();
        var unlucky = await app.AcceptedAsync();
        app.Wire.Before = (call, _) => call.Touches(app.Names.Evaluations) && call.IsTransaction ? throw new InvalidCastException() : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.EvaluateAsync(Requests.Message(unlucky)));
        await app.PoisonAsync(Requests.Message(unlucky));

        app.Wire.Before = (_, _) => Task.CompletedTask;
        await app.RerunAsync(id);
        await app.CancelAsync(id);
        await app.RunMessagesAsync();
        await app.RerunAsync(id);
        await app.DeleteAsync(id);
        await app.RunMessagesAsync();

        string[] changes = [.. app.Wire.Calls
            .Where(call => call.IsTransaction)
            .SelectMany(call => call.Body.Split("--changeset"))
            .Where(part => ChangesScenario().IsMatch(Uri.UnescapeDataString(part)))];

        Assert.Equal(14, changes.Length);
        Assert.All(changes, change => Assert.Matches(@"If-Match: W/""datetime", change));
        // And never outside a transaction; the outbox row alone may be, on condition too.
        Assert.DoesNotContain(app.Wire.Calls, call => call.Method != "GET"
            && call.Target.Contains($"{app.Names.Scenarios}(", StringComparison.Ordinal)
            && (call.IfMatch is null or "*" || !call.Target.Contains("RowKey='o|", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"(MERGE|PATCH|PUT|DELETE) \S*RowKey='s\|")]
    private static partial Regex ChangesScenario();
}
