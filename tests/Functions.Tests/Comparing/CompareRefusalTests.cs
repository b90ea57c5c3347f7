using Microsoft.AspNetCore.Http;
using Parley.Functions.Comparing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Comparing;

public sealed class CompareRefusalTests(SharedAzurite azurite)
{
    private const string A = "00000000-0000-7000-8000-00000000000a";
    private const string B = "00000000-0000-7000-8000-00000000000b";

    [Theory]
    [InlineData("", "ids")]
    [InlineData("?ids=", "ids")]
    [InlineData($"?ids={A}", "ids")]
    [InlineData($"?ids={A},{A}", "ids")]
    [InlineData($"?ids={A},", "ids")]
    [InlineData($"?ids={A},b", "ids")]
    [InlineData("?ids=a,b", "ids,ids")]
    [InlineData($"?ids={A},{B},{A},x,{B}", "ids,ids,ids,ids")]
    [InlineData($"?ids={A}&ids={B}", "ids")]
    [InlineData($"?ids={A},{B}&draws=210", "draws")]
    [InlineData($"?ids={A},{B}&draws=180", "draws")]
    [InlineData($"?ids={A},{B}&draws=100020", "draws")]
    [InlineData($"?ids={A},{B}&draws=", "draws")]
    [InlineData($"?ids={A},{B}&seed=-1", "seed")]
    [InlineData($"?ids={A},{B}&seed=9007199254740992", "seed")]
    [InlineData($"?ids={A},{B}&colour=red", "colour")]
    [InlineData($"?ids={A}&draws=7&seed=x&colour=red", "colour,draws,ids,seed")]
    public async Task A_question_that_is_not_understood_is_refused_with_every_problem(string query, string names)
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await CompareAsync(app, query);

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(names.Split(','), answer.Parameters.Order());
        Assert.Empty(app.Wire.Calls);
    }

    [Fact]
    public async Task A_scenario_that_is_not_there_or_on_its_way_out_is_not_found_and_named()
    {
        await using var app = await App.StartAsync(azurite);
        var (there, leaving) = (await app.AcceptedAsync(), await app.AcceptedAsync());
        var row = await app.RowAsync(leaving);
        await app.Get<ScenarioTable>().ChangeAsync(row with { Status = ScenarioStatus.Deleting }, CancellationToken.None);

        var answer = await CompareAsync(app, $"?ids={A},{there},{leaving}");

        Assert.Equal(404, answer.Status);
        Assert.Equal([A, $"{leaving}"], answer.Json["ids"]!.AsArray().Select(id => id!.ToString()));
    }

    [Fact]
    public async Task A_deleted_scenario_of_which_only_the_id_is_left_is_not_found()
    {
        await using var app = await App.StartAsync(azurite);
        var (there, deleted) = (await app.AcceptedAsync(), await app.AcceptedAsync());
        var query = $"?ids={there},{deleted}";
        Assert.Equal(200, (await CompareAsync(app, query)).Status); // What was kept of it does not come back either.
        await app.DeleteAsync(deleted);
        await app.RunMessagesAsync();
        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(deleted)).Status);

        var answer = await CompareAsync(app, query);

        Assert.Equal((404, $"{deleted}"), (answer.Status, Assert.Single(answer.Json["ids"]!.AsArray())!.ToString()));
    }

    [Fact]
    public async Task A_situation_that_is_stored_but_no_longer_reads_is_a_reason_and_no_fault()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("can no longer be read");
        var (first, second) = (await app.AcceptedAsync(), await app.AcceptedAsync());
        await app.MakeUnreadableAsync(1);
        await using var later = await App.StartAsync(azurite, beside: app);
        later.ExpectWarning("can no longer be read");

        Assert.Equal(422, (await CompareAsync(later, $"?ids={first},{second}")).Status);
        Assert.Equal((400, "/situation"), await later.SubmitAsync(Requests.Scenario()) is var third ? (third.Status, Assert.Single(third.Pointers)) : default);
        await later.RunMessagesAsync();

        var status = await later.StatusAsync(first);
        Assert.Equal(("Failed", "Version 1 of the situation river-treaty can no longer be read."), (status["status"], status.Json["problem"]!["detail"]!.ToString()));
    }

    [Fact]
    public async Task Scenarios_on_two_versions_of_a_situation_are_refused()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.AcceptedAsync();
        await app.ChangeSituationAsync();
        var later = await app.AcceptedAsync();

        var answer = await CompareAsync(app, $"?ids={first},{later}");

        Assert.Equal((400, "ids"), (answer.Status, Assert.Single(answer.Parameters)));
        Assert.Equal(
            [$"{later} was accepted under version 2 of river-treaty, the first under version 1 of river-treaty; only scenarios on one version of one situation can be compared."],
            Details(answer));
    }

    [Fact]
    public async Task Scenarios_on_other_situations_and_a_sample_too_large_for_this_one_are_refused_each_with_its_reason()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AddWideRiverAsync();
        var first = await app.AcceptedAsync(Requests.Scenario().Replace("river-treaty", "wide-river", StringComparison.Ordinal));
        var (second, third) = (await app.AcceptedAsync(), await app.AcceptedAsync());

        var answer = await CompareAsync(app, $"?ids={first},{second},{third}&draws=100000");

        Assert.Equal(400, answer.Status);
        Assert.Equal(["ids", "ids", "draws"], answer.Parameters);
        Assert.StartsWith($"{second} was accepted under version 1 of river-treaty, the first under version 1 of wide-river", Details(answer)[0], StringComparison.Ordinal);
        Assert.StartsWith($"{third} was", Details(answer)[1], StringComparison.Ordinal);
        // 100,000,000 / (3 scenarios × 40 stakeholders × 4 issues × 5), in whole twenties.
        Assert.StartsWith("draws must be at most 41660 for 3 scenarios on this situation", Details(answer)[2], StringComparison.Ordinal);
    }

    private static Task<Answer> CompareAsync(App app, string query) =>
        app.CallAsync<CompareScenarios>((function, request) => function.RunAsync(request), request => request.QueryString = new QueryString(query));

    private static string[] Details(Answer answer) => [.. answer.Json["problems"]!.AsArray().Select(problem => problem!["detail"]!.ToString())];
}
