using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Texts that others wrote are texts, whatever they hold.</summary>
public sealed class HostileTests(Site site)
{
    private const string Script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> {{1}} ";
    private const string Turned = "Signed \u202egnp.exe\u202c by \u2067nobody";
    private static readonly string Long = string.Concat(Enumerable.Repeat("unbrokenwords", 15));

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Markup_long_words_and_turned_text_are_shown_inert(int width)
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "hostile";
        situation["title"] = Script;
        var stakeholders = situation["stakeholders"]!.AsObject().Select(each => each.Value!).ToList();
        (stakeholders[0]["name"], stakeholders[1]["name"], stakeholders[2]["name"]) = (Script, Long, Turned);
        await site.Api.PutSituationAsync(situation);
        var ids = new List<string>();
        foreach (var title in new[] { Script, Long, Turned })
        {
            var scenario = Api.Shipped("gerd-data-line");
            (scenario["situation"], scenario["title"], scenario["summary"]) = ("hostile", title, string.Concat(Enumerable.Repeat(title, 15)));
            ids.Add(await site.Api.EvaluateAsync(scenario));
        }

        await InertAsync("#/scenarios?situation=hostile", "hostile-list");
        await InertAsync($"#/compare?ids={string.Join(',', ids)}", "hostile-compare");
        foreach (var id in ids)
        {
            await InertAsync($"#/scenarios/{id}", $"hostile-{ids.IndexOf(id)}");
            await InertAsync($"#/scenarios/{id}/acceptance", null);
        }

        Task InertAsync(string place, string? picture) => site.VisitAsync(
            place,
            async page =>
            {
                await page.UnfoldAsync();
                Assert.NotEqual("taken", await page.TitleAsync());
                Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
                Assert.Contains("img src=x", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
                await page.AssertFitsAsync();
                if (picture is not null)
                    await page.ShootAsync($"{picture}-{width}-light");
            },
            width);
    }
}
