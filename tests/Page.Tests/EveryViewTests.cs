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
        ["evaluation-terms"] = $"#/scenarios/{site?.Proposal}/terms",
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
    public async Task A_view_fits_a_phone_and_a_wide_screen_does_not_jump_and_has_no_axe_violations_in_either_theme(string name)
    {
        // Loaded in one theme and changed to the other, so that each is seen both ways.
        await LookAsync(name, 1600, ColorScheme.Dark, async (page, other) =>
        {
            await page.AssertAccessibleAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = other });
            // What depends on the theme, and below on the width: axe takes its time.
            await page.AssertAccessibleAsync("color-contrast", "link-in-text-block");
        });
        await LookAsync(name, 360, ColorScheme.Light, (page, _) => page.AssertAccessibleAsync("scrollable-region-focusable", "target-size"));
    }

    private Task LookAsync(string name, int width, ColorScheme theme, Func<IPage, ColorScheme, Task> look) => site.VisitAsync(
        Places(site)[name],
        async page =>
        {
            var other = theme == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark;
            await page.AssertFitsAsync();
            await page.AssertSteadyAsync();
            await page.ShootAsync($"{name}-{width}-{theme}".ToLowerInvariant());
            await page.UnfoldAsync();
            await page.AssertFitsAsync();
            await page.ThinOutAsync();
            await look(page, other);
        },
        width,
        theme);
}
