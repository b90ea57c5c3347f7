using System.Globalization;

namespace Parley.Local;

/// <summary>One scenario: a row for each stakeholder, and what keeps those who must sign from signing.</summary>
internal static class ImpactsTable
{
    private const int ReasonsShown = 3;

    public static string Of(ImpactsAnswer scenario) => string.Join(
        Environment.NewLine,
        [
            scenario.Title ?? scenario.Scenario,
            $"{scenario.Draws.ToString("N0", CultureInfo.InvariantCulture)} draws, seed {scenario.Seed}",
            "",
            .. scenario.Impacts.Count == 0 ? [] : Impacts(scenario),
            .. scenario.JointAcceptance is { } joint ? Acceptance(scenario.Impacts, joint) : [],
        ]);

    private static IEnumerable<string> Impacts(ImpactsAnswer scenario)
    {
        string[] heading = ["Stakeholder", "accepts", "vs no deal", "80% range", "gains", "vs status quo", "gains"];
        yield return TextTable.Of([heading, .. scenario.Impacts.Select(Row)], columnsOfText: 1);
        yield return "Mean impact in points ± one standard error, 100 being the way from the worst to the best outcome;";
        yield return "gains: the probability of being better off; * without it there is no deal";
    }

    private static string[] Row(ImpactAnswer impact) =>
    [
        Figures.Name(impact) + (impact.Role == "veto" ? " *" : ""),
        Figures.PercentWithError(impact.Acceptance?.Probability),
        Figures.SignedWithError(impact.NoDeal?.Mean),
        Figures.Range(impact.NoDeal?.Low80, impact.NoDeal?.High80),
        Figures.Percent(impact.NoDeal?.ProbabilityOfGain),
        Figures.SignedWithError(impact.StatusQuo?.Mean),
        Figures.Percent(impact.StatusQuo?.ProbabilityOfGain),
    ];

    private static IEnumerable<string> Acceptance(IReadOnlyList<ImpactAnswer> impacts, JointAcceptanceAnswer joint)
    {
        var mustAccept = impacts.Where(impact => joint.Stakeholders?.Contains(impact.Stakeholder) == true).ToArray();
        yield return "";
        yield return $"All who must sign do so in {Figures.PercentWithError(joint.Probability)} of the draws"
            + (joint.Probability?.Value == 0 ? ": never seen, which is not impossible." : ".");
        foreach (var impact in mustAccept.Where(impact => impact.Acceptance?.Blocking is { Count: > 0 }))
        {
            yield return $"  {Figures.Name(impact)} refuses over";
            foreach (var reason in impact.Acceptance!.Blocking!.Take(ReasonsShown))
                yield return $"    {Reason(reason)}";
        }
    }

    private static string Reason(BlockingAnswer reason) => reason.Kind switch
    {
        "redLine" => $"{reason.Name} (red line, {Figures.Percent(reason.Share)})",
        "ratifier" => $"{reason.Name} (does not ratify, {Figures.Percent(reason.Share)})",
        _ => $"{reason.Name} ({Figures.Percent(reason.Share)})",
    };
}
