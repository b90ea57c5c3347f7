using System.Text;
using System.Text.RegularExpressions;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

/// <summary>What shared/Contracts/README.md shows as complete, read out of it.</summary>
public sealed partial class ReadmeExampleTests
{
    private static readonly byte[][] Blocks = ReadBlocks();

    private static Reading<Situation> Situation => SituationReader.Read(Blocks[0]);

    private static Reading<Scenario> Scenario => ScenarioReader.Read(Blocks[1], Situation.Value!);

    [Fact]
    public void The_example_is_one_situation_and_one_scenario_without_a_problem()
    {
        Assert.Equal(2, Blocks.Length);
        Assert.Empty(Situation.Problems);
        Assert.Empty(Scenario.Problems);
    }

    [Fact]
    public void The_scenario_chooses_a_profile_and_overrides_a_range()
    {
        Assert.NotEmpty(Scenario.Value!.Profiles);
        Assert.NotEmpty(Scenario.Value.Overrides);
    }

    [Fact]
    public void Evaluated_it_says_what_the_text_under_it_says()
    {
        var evaluation = Evaluator.Evaluate(Situation.Value!, Scenario.Value!, new EvaluationSettings(), TestContext.Current.CancellationToken);
        Assert.Equal(
            [("government", true), ("unions", true), ("members", true), ("under-forty", false)],
            evaluation.Impacts!.Select(impact => (impact.Stakeholder, impact.NoDeal.Mean.Value > 0)));
        Assert.InRange(evaluation.Acceptance!.Joint.Value, 0.95, 1);
        Assert.NotNull(evaluation.Durability!.Reason);
    }

    [Fact]
    public void Every_analysis_answers_it()
    {
        var asked = Scenario.Value! with { Analyses = Enum.GetValues<Analysis>(), Draws = 400 };
        Assert.NotEmpty(CanonicalJson.Of(Evaluator.Evaluate(Situation.Value!, asked, new EvaluationSettings(), TestContext.Current.CancellationToken)));
    }

    private static byte[][] ReadBlocks()
    {
        var text = File.ReadAllText(Repository.PathOf("shared", "Contracts", "README.md"));
        var section = Section().Match(text).Value;
        return [.. Json().Matches(section).Select(block => Encoding.UTF8.GetBytes(block.Groups[1].Value))];
    }

    [GeneratedRegex("^## A complete example$.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("^```json$(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Json();
}
