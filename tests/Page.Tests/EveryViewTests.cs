using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What holds for every view, at every width, in both themes. A new view or section gets a line in <see cref="Places"/>.</summary>
public sealed class EveryViewTests(Site site)
{
    public static TheoryData<string> Names => [.. Places(null).Keys];

    private static Dictionary<string, string> Places(Site? site) => new()
    {
        ["scenarios"] = "#/scenarios",
        ["scenarios-none"] = "#/scenarios?status=Failed",
        ["evaluation-brief"] = $"#/scenarios/{site?.Proposal}",
        ["evaluation-impacts"] = $"#/scenarios/{site?.Proposal}/impacts?against=statusQuo",
        ["evaluation-acceptance"] = $"#/scenarios/{site?.Proposal}/acceptance",
        ["compare-none"] = "#/compare",
        ["compare"] = $"#/compare?ids={site?.Proposal},{site?.Freeze}",
        ["compare-reversals"] = $"#/compare?ids={site?.OtherSituation},{site?.UnderStress}",
        ["compose-blank"] = "#/compose?situation=blue-nile-dam&who=all",
        ["compose-proposal"] = "#/compose?from=shipped:us-28-points",
        ["compose-overrides"] = $"#/compose?scenario={site?.UnderStress}",
        ["evaluation-contributions"] = $"#/scenarios/{site?.Everything}/contributions",
        ["evaluation-effects"] = $"#/scenarios/{site?.Everything}/effects",
        ["evaluation-effect-chosen"] = $"#/scenarios/{site?.Everything}/effects?effect=recurrence-risk&show=upstream",
        ["evaluation-durability"] = $"#/scenarios/{site?.Everything}/durability",
        ["evaluation-durability-unanswered"] = $"#/scenarios/{site?.Offers}/durability",
        ["evaluation-measures"] = $"#/scenarios/{site?.Everything}/measures",
        ["evaluation-stability"] = $"#/scenarios/{site?.Everything}/stability",
        ["evaluation-bargaining"] = $"#/scenarios/{site?.Everything}/bargaining",
        ["evaluation-drivers"] = $"#/scenarios/{site?.Offers}/drivers",
        ["evaluation-clash"] = $"#/scenarios/{site?.Everything}/counter-offers",
        ["evaluation-offers"] = $"#/scenarios/{site?.Offers}/counter-offers",
        ["evaluation-not-asked"] = $"#/scenarios/{site?.Proposal}/drivers",
        ["sweeps"] = "#/sweeps",
        ["sweeps-new"] = $"#/sweeps/new?scenario={site?.OtherSituation}",
        ["sweep"] = $"#/sweeps/{site?.Sweep}?x=1&y=2&xLow=25",
        ["nothing-here"] = "#/elsewhere",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_view_fits_a_phone_and_a_wide_screen_without_jumps_or_axe_violations_in_the_light_theme(string name) => LookAsync(name, ColorScheme.Light);

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_view_fits_a_phone_and_a_wide_screen_without_jumps_or_axe_violations_in_the_dark_theme(string name) => LookAsync(name, ColorScheme.Dark);

    private async Task LookAsync(string name, ColorScheme theme)
    {
        foreach (var width in new[] { 360, 1600 })
        {
            await site.VisitAsync(
                Places(site)[name],
                async page =>
                {
                    await page.AssertFitsAsync();
                    await page.AssertSteadyAsync();
                    await page.ShootAsync($"{name}-{width}-{theme}".ToLowerInvariant());
                    await page.UnfoldAsync();
                    await page.AssertFitsAsync();
                    // What axe looks at does not depend on the width, and it takes its time.
                    if (width == 1600)
                        await page.AssertAccessibleAsync();
                },
                width,
                theme,
                prepare: page => page.WatchJumpsAsync());
        }
    }
}
