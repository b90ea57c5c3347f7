using Parley.Engine.Situations;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>As many stakeholders and issues as a situation may have, and everybody cares about everything.</summary>
internal static class Largest
{
    public const string Id = "widest-river";

    private const int Issues = 30;
    private const int Stakeholders = 40;

    public static Situation Of(Situation small)
    {
        Issue[] issues = [.. small.Issues, .. Enumerable.Range(0, Issues - small.Issues.Count).Select(n => small.Issues[0] with { Id = $"issue-{n}" })];
        Stakeholder[] stakeholders = [.. small.Stakeholders, .. Enumerable.Range(0, Stakeholders - small.Stakeholders.Count).Select(n => small.Stakeholders[0] with { Id = $"bank-{n}", RatifiedBy = [] })];
        var preference = small.Stakeholders[0].Preferences[0];
        var today = small.Baselines.StatusQuo.Outcomes[0];
        return small with
        {
            Id = Id,
            Issues = issues,
            Stakeholders = [.. stakeholders.Select(each => each with { Preferences = [.. issues.Select(issue => preference with { Issue = issue.Id })] })],
            Baselines = small.Baselines with
            {
                StatusQuo = small.Baselines.StatusQuo with
                {
                    Outcomes = [today with { Values = [.. issues.Select(issue => today.Values.FirstOrDefault(value => value.Issue == issue.Id) ?? today.Values[0] with { Issue = issue.Id })] }],
                },
            },
        };
    }
}
