using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

[Collection(Alone.Name)]
public sealed class SweepListTests(Site site)
{
    [Fact]
    public Task The_list_names_every_sweep() => site.VisitAsync("#/sweeps", async page =>
    {
        var listed = (await site.Api.GetAsync("/api/sweeps?limit=25"))["sweeps"]!.AsArray();

        var rows = page.Locator(".sweep");
        Assert.Equal(listed.Count, await rows.CountAsync());
        for (var row = 0; row < listed.Count; row++)
            await Assertions.Expect(rows.Nth(row)).ToContainTextAsync($"{listed[row]!["title"]}");
    });
}
