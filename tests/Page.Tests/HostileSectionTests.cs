using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Names and texts of a situation that others wrote, in charts, drawings and tables as well.</summary>
public sealed class HostileSectionTests(Site site)
{
    private const string Script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> </text></svg>";
    private const string Turned = "Signed \u202egnp.exe\u202c by \u2067nobody";

    private static readonly string Long = string.Concat(Enumerable.Repeat("unbrokenwords", 15));
    private static readonly string[] Named = ["issues", "effects", "options", "stakeholders", "assumptions"];
    private static readonly string[] Sections = ["terms", "contributions", "effects", "measures", "stability", "bargaining", "drivers", "counter-offers"];

    [Fact]
    public async Task Hostile_names_are_shown_inert_in_every_section_at_every_width()
    {
        var id = await EvaluatedAsync();
        foreach (var section in Sections)
        {
            foreach (var width in new[] { 360, 1280 })
                await site.VisitAsync($"#/scenarios/{id}/{section}", page => InertAsync(page, $"hostile-{section}-{width}-light"), width);
        }
    }

    private async Task<string> EvaluatedAsync()
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "hostile-sections";
        foreach (var collection in Named)
        {
            foreach (var ((_, each), name) in situation[collection].Members().Zip([Script, Long, Turned]))
                each["name"] = name;
        }

        var (anchors, test) = (situation["issues"]!.AsObject().First().Value!["anchors"]!.AsArray(), situation["measures"]!["legality"]!.AsObject().First().Value!);
        (anchors[0]!["text"], anchors[^1]!["text"], test["name"], test["text"]) = (Script, Long, Script, Script);
        await site.Api.PutSituationAsync(situation);

        var scenario = Site.AskedFor("gerd-drought-rules", "effects", "measures", "stability", "bargaining", "drivers", "counterOffers");
        scenario["situation"] = "hostile-sections";
        return await site.Api.EvaluateAsync(scenario);
    }

    private static async Task InertAsync(IPage page, string picture)
    {
        await page.UnfoldAsync();
        Assert.NotEqual("taken", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        Assert.Contains("img src=x", await page.Locator("main").TextContentAsync() ?? "", StringComparison.Ordinal);
        await page.AssertFitsAsync();
        await page.ShootAsync(picture);
    }
}
