using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Texts that others wrote are texts in sweeps as well: titles, notes, names of terms and of stakeholders.</summary>
public sealed class HostileSweepTests(Site site)
{
    private const string Script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> </text></svg>";
    private const string Turned = "Signed \u202egnp.exe\u202c by \u2067nobody";

    private static readonly string Long = string.Concat(Enumerable.Repeat("unbrokenwords", 15));

    [Fact]
    public async Task Hostile_texts_are_shown_inert_by_a_sweep_at_every_width()
    {
        var (id, scenario) = await SweptAsync();
        foreach (var width in new[] { 360, 1280 })
        {
            await InertAsync($"#/sweeps/{id}", $"hostile-sweep-{width}-light", width);
            await InertAsync("#/sweeps", $"hostile-sweeps-{width}-light", width);
            await InertAsync($"#/sweeps/new?scenario={scenario}", $"hostile-sweeps-new-{width}-light", width);
        }
    }

    private async Task<(string Sweep, string Scenario)> SweptAsync()
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "hostile-sweep";
        foreach (var collection in new[] { "issues", "stakeholders", "effects" })
        {
            foreach (var ((_, each), name) in situation[collection].Members().Zip([Script, Long, Turned]))
                each["name"] = name;
        }

        foreach (var (_, issue) in situation["issues"].Members())
            issue["anchors"]![0]!["text"] = Script;
        await site.Api.PutSituationAsync(situation);

        var scenario = Api.Shipped("gerd-drought-rules");
        (scenario["situation"], scenario["title"], scenario["summary"]) = ("hostile-sweep", Script, Script);
        var varied = situation["issues"].Members().Take(3).Select(each => each.Key).ToList();
        foreach (var issue in varied)
            scenario["terms"]![issue] = new JsonObject { ["value"] = 50, ["note"] = Script };
        var sweep = Sample.Sweep(steps: 5);
        (sweep["title"], sweep["base"]) = (Script, scenario.DeepClone());
        sweep["vary"] = new JsonObject(varied.Select(issue => KeyValuePair.Create(issue, (JsonNode?)new JsonObject { ["low"] = 0, ["high"] = 100, ["steps"] = 5 })));
        return (await site.Api.SweepAsync(sweep), await site.Api.EvaluateAsync(scenario));
    }

    private Task InertAsync(string place, string picture, int width) => site.VisitAsync(
        place,
        async page =>
        {
            await page.UnfoldAsync();
            Assert.NotEqual("taken", await page.TitleAsync());
            Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
            Assert.Contains("img src=x", await page.Locator("main").TextContentAsync() ?? "", StringComparison.Ordinal);
            await page.AssertFitsAsync();
            await page.ShootAsync(picture);
        },
        width);
}
