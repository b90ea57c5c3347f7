using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

/// <summary>The request that README.md shows, read out of it and evaluated, against the answer and the sentences under it.</summary>
public sealed partial class FrontPageExampleTests
{
    private static readonly string Section = WholeSection().Match(File.ReadAllText(Repository.PathOf("README.md"))).Value;

    private static readonly Lazy<Evaluation> Report = new(() =>
    {
        var situation = Shipped.Situations().Single(each => each.Name == "ukraine-settlement").Value;
        var scenario = ScenarioReader.Read(Encoding.UTF8.GetBytes(Body().Match(Section).Groups[1].Value), situation);
        Assert.Empty(scenario.Problems);
        return Evaluator.Evaluate(situation, scenario.Value!, new EvaluationSettings(), CancellationToken.None);
    });

    [Fact]
    public void Its_summary_is_what_comes_of_the_request()
    {
        var courses = Report.Value.Impacts!.ToLookup(each => Distinguishing.Of(each.NoDeal));

        Assert.Equal(
            $"\"jointAcceptance\": {Report.Value.Acceptance!.Joint.Value}, \"gaining\": {courses[Course.Up].Count()}, \"losing\": {courses[Course.Down].Count()}, "
            + $"\"open\": {courses[Course.Open].Count()}, \"unaffected\": {courses[Course.Still].Count()}",
            Summary().Match(Section).Groups[1].Value.Trim());
        Assert.Contains($"\"engineVersion\": \"{EngineVersion.Current}\"", Section);
    }

    [Fact]
    public void Its_numbers_of_Ukraine_are_those_of_the_report()
    {
        var ukraine = Report.Value.Impacts!.Single(each => each.Stakeholder == "ukraine").NoDeal;

        Assert.Equal(
            new[] { ukraine.Mean, ukraine.Low80, ukraine.High80 }.Select(each => (Math.Round(each.Value, 3), Math.Round(each.StandardError, 3))),
            Estimate().Matches(Section.Split("\"noDeal\"")[1]).Select(each => (Number(each.Groups[1]), Number(each.Groups[2]))));
        Assert.Contains("would be 11 points better off than without a deal, 9 to 13", Section);
    }

    [Fact]
    public void Of_those_who_must_sign_only_the_one_that_it_names_would()
    {
        var veto = Report.Value.Acceptance!.Stakeholders.Where(each => each.Role == StakeholderRole.Veto);

        Assert.Equal(
            [("ukraine", 0), ("russia", 0), ("united-states", 1)],
            veto.Select(each => (each.Stakeholder, Math.Round(each.Probability.Value, 1))));
        Assert.Contains("three who must sign only the United States would", Regex.Replace(Section, @"\s+", " "));
        Assert.Equal(["russia"], Report.Value.Impacts!.Where(each => each.NoDeal.Mean.Value < 0).Select(each => each.Stakeholder));
    }

    [Theory]
    [InlineData("ukraine", "guarantees")]
    [InlineData("russia", "foreign-forces")]
    public void What_keeps_the_others_from_it_is_what_blocks_them_most(string stakeholder, string issue)
    {
        var blocking = Report.Value.Acceptance!.Stakeholders.Single(each => each.Stakeholder == stakeholder).Blocking;

        Assert.Equal(issue, blocking[0].Id);
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^## One request and its answer$.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex WholeSection();

    [GeneratedRegex(" -d '(.*?)'", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("\"summary\": \\{([^}]*)\\}")]
    private static partial Regex Summary();

    [GeneratedRegex("\"value\": ([0-9.]+), \"standardError\": ([0-9.]+)")]
    private static partial Regex Estimate();
}
