using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Local.Tests;

public sealed class ScenarioRunTests(SharedAzurite azurite) : IAsyncLifetime
{
    private readonly Stage stage = new(azurite);
    private readonly FakeScenarios stored = new();
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly HttpClient http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = stage.Options<FakeProduct>() with { AddServices = (services, _) => services.AddSingleton(stored) };
        http.BaseAddress = (await stage.StartAsync(options)).Address;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await output.DisposeAsync();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task One_scenario_is_submitted_waited_for_and_its_impacts_shown()
    {
        Assert.Equal(ExitCode.Done, await OnceAsync("""{ "title": "A plain freeze" }"""));
        Assert.Equal(
            """

            A plain freeze
            10,000 draws, seed 1

            Stakeholder                            accepts   vs no deal   80% range  gains  vs status quo  gains
            Russia *                            40.2% ±0.5   +3.2 ±0.11   -0.8…+7.2    71%     +1.2 ±0.11    71%
            Germany, France and United Kingdom           -  -12.7 ±0.11  -16.7…-8.7     8%    -14.7 ±0.11     8%

            Mean impact in points ± one standard error, 100 being the way from the worst to the best outcome;
            gains: the probability of being better off; * without it there is no deal

            All who must sign do so in 3.1% ±0.2 of the draws.
              Russia refuses over
                Foreign forces (red line, 40%)
                The public (does not ratify, 20%)

            What follows   year 2  year 10    80% range
            De-escalation   +0.41    +0.38  +0.20…+0.55

            Change since the status quo, on a scale from -1 to 1

            In words, under these judgements

            Would all sign?
              It is very unlikely that all would sign, which takes a sentence that is longer than one line of
              a console is wide.
            novelty
              A verdict that this program does not know yet.
            Russia
              Russia would gain.
              The ceasefire counts most.

            """,
            output.ToString(),
            ignoreLineEndingDifferences: true);
        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public async Task A_refused_scenario_ends_with_2_and_lists_every_problem()
    {
        var refusal = await Assert.ThrowsAsync<CannotRunException>(() => OnceAsync(
            """
            { "problems": [ { "pointer": "/terms/territory", "detail": "Not on the scale." }, { "pointer": "", "detail": "Too deep." } ] }
            """));
        Assert.Equal(2, (int)refusal.ExitCode);
        Assert.Equal(
            """
            the.json was refused: Bad Request: The scenario has problems.
              /terms/territory: Not on the scale.
              (whole document): Too deep.
            """,
            refusal.Message,
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("Failed", "The evaluation of the.json failed: No answer: The model cannot answer this.")]
    [InlineData("Cancelled", "The evaluation of the.json was cancelled.")]
    [InlineData("Broken", "POST /api/scenarios was answered with 503.")]
    public async Task A_scenario_that_comes_to_no_result_ends_with_1_and_says_why(string outcome, string message)
    {
        var failure = await Assert.ThrowsAsync<CannotRunException>(() => OnceAsync($$"""{ "outcome": "{{outcome}}" }"""));
        Assert.Equal(1, (int)failure.ExitCode);
        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task Shipped_scenarios_are_submitted_to_an_empty_storage_and_shown_side_by_side()
    {
        var plans = Enumerable.Range(1, 7).Select(number => File($$"""{ "title": "Plan {{number}}" }"""));
        await SubmitAsync(new ShippedGroup("A river", [.. plans, File("""{ "outcome": "Failed" }""")]));

        Assert.Equal(8, stored.Accepted.Count);
        var text = output.ToString();
        Assert.Contains("the.json has no result", text, StringComparison.Ordinal);
        Assert.Contains(" [7]  Plan 7", text, StringComparison.Ordinal);
        Assert.Contains("Russia *                             +3.2  40%   +3.2  40%   +3.2  40%", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("All who must accept").Length - 1);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public async Task Scenarios_of_different_situations_stand_in_tables_of_their_own()
    {
        await SubmitAsync(
            new ShippedGroup("A river", [File("""{ "title": "Half and half" }"""), File("""{ "title": "Nothing" }""")]),
            new ShippedGroup("A lake", [File("""{ "outcome": "Failed" }""")]),
            new ShippedGroup("A hill", [File("""{ "title": "A tunnel" }""")]));

        var text = output.ToString();
        Assert.StartsWith("submitting the 4 scenarios", text, StringComparison.Ordinal);
        Assert.Equal(
            ["A river", " [1]  Half and half", " [2]  Nothing", "A hill", " [1]  A tunnel"],
            text.Split('\n').Where(line => line.StartsWith("A ", StringComparison.Ordinal) || line.StartsWith(" [", StringComparison.Ordinal))
                .Select(line => line.TrimEnd()));
    }

    [Fact]
    public void Every_shipped_scenario_is_in_the_group_of_its_situation()
    {
        var groups = ShippedGroup.All();
        Assert.True(groups.Count >= 2);
        Assert.All(groups, group => Assert.NotEmpty(group.Scenarios));
        Assert.Equal(Contracts.Shipped.Scenarios().Count, groups.Sum(group => group.Scenarios.Count));
        Assert.All(groups, group => Assert.Single(group.Scenarios.Select(file => Contracts.ScenarioReader.SituationOf(file.Content)).Distinct()));
    }

    [Fact]
    public async Task Nothing_is_submitted_to_a_storage_that_has_scenarios()
    {
        stored.Accepted["earlier"] = [];
        await SubmitAsync(new ShippedGroup("A river", [File("""{ "title": "Plan" }""")]));
        Assert.Single(stored.Accepted);
        Assert.Empty(output.ToString());
    }

    private static ScenarioFile File(string json) => new("the.json", Encoding.UTF8.GetBytes(json));

    private Task<ExitCode> OnceAsync(string json) => new OneScenario(new ScenarioClient(http), output).RunAsync(File(json), Cancellation);

    private Task SubmitAsync(params ShippedGroup[] groups) =>
        new ShippedScenarios(new ScenarioClient(http), output).SubmitIfNoneAsync(groups, Cancellation);
}
