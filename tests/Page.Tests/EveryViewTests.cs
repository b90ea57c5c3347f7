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
    public async Task A_view_fits_a_phone_and_a_wide_screen_without_jumps_or_axe_violations_in_both_themes(string name)
    {
        foreach (var width in new[] { 360, 1600 })
        {
            await site.VisitAsync(
                Places(site)[name],
                async page =>
                {
                    await page.AssertFitsAsync();
                    await page.AssertSteadyAsync();
                    await page.ShootAsync($"{name}-{width}-light");
                    await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                    await page.ShootAsync($"{name}-{width}-dark");
                    await page.UnfoldAsync();
                    await page.AssertFitsAsync();
                    if (width == 360)
                    {
                        // What depends on the width; the rest takes axe its time.
                        await page.AssertAccessibleAsync("scrollable-region-focusable", "target-size");
                        return;
                    }

                    await page.AssertAccessibleAsync("color-contrast", "link-in-text-block");
                    await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                    await page.AssertAccessibleAsync();
                },
                width,
                prepare: page => page.WatchJumpsAsync());
        }
    }
}
