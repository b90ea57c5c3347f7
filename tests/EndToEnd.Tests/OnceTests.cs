namespace Parley.EndToEnd.Tests;

// One collection: each test builds and runs the whole product, and two at once only slow each other down.
[Collection("the whole product")]
public sealed class OnceTests
{
    [Fact]
    public async Task One_scenario_is_submitted_evaluated_printed_and_everything_stops()
    {
        await using var run = RunScript.Start("--once", Checkout.PathOf("shared", "Scenarios", "istanbul-communique.json"));
        var ending = await run.EndAsync();
        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("Istanbul Communiqué, March 2022", ending.Output, StringComparison.Ordinal);
        Assert.Contains("Baltic states", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" - ", ending.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_is_the_usage_with_how_to_stop_a_server_and_ends_well(string flag)
    {
        await using var run = RunScript.Start("--port", "0", flag);
        var ending = await run.EndAsync();

        Assert.Equal((0, ""), (ending.ExitCode, ending.Errors));
        Assert.StartsWith("usage: bash infra/local/run.sh [--once FILE]", ending.Output, StringComparison.Ordinal);
        Assert.Contains("until Ctrl-C", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_scenario_ends_with_2_and_every_problem()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                """{ "schemaVersion": 1, "situation": "ukraine-settlement", "title": "x", "terms": { "territory": 50 }, "draws": 10 }""",
                TestContext.Current.CancellationToken);
            await using var run = RunScript.Start("--once", file);
            var ending = await run.EndAsync();
            Assert.Equal(2, ending.ExitCode);
            Assert.Contains("/terms/territory: territory is not an issue", ending.Errors, StringComparison.Ordinal);
            Assert.Contains("/draws: draws is 10 but must be a multiple of 20", ending.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ending.Errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
