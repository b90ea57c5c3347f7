using System.Buffers.Binary;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>
/// The pictures of the README. Run with <c>PARLEY_REWRITE_PICTURES=1</c>, they are taken anew; the test of the lever fails then, so that
/// nobody leaves it on.
/// </summary>
public sealed class PictureTests(Site site)
{
    private const string Lever = "PARLEY_REWRITE_PICTURES";

    /// <summary>What everyone who opens the README has to load, in bytes.</summary>
    private const int Small = 80_000;

    /// <summary>Fonts differ a little between machines, in pixels; a row more or less is twenty.</summary>
    private const int Rounding = 8;

    /// <summary>Of the window: the figure then fits the README beside the other.</summary>
    private const int Width = 1100;

    private static bool Rewriting => Environment.GetEnvironmentVariable(Lever) == "1";

    [Fact]
    public void The_lever_that_takes_pictures_anew_is_off() =>
        Assert.False(Rewriting, "pictures were taken anew: look at them before you commit them, and run the tests without the lever");

    [Fact]
    public Task Who_gains_and_who_loses_is_shown_as_the_page_shows_it() =>
        AssertShownAsync("impacts", $"#/scenarios/{site.Proposal}/impacts", "Who gains and who loses, against no deal");

    [Fact]
    public async Task Two_proposals_draw_by_draw_are_shown_as_the_page_shows_them()
    {
        var counter = await site.Api.EvaluateAsync(Api.Shipped("european-counter-text"));
        await AssertShownAsync("compare", $"#/compare?ids={site.Proposal},{counter}", "For whom A is better than B, against no deal");
    }

    private Task AssertShownAsync(string name, string place, string figure) => site.VisitAsync(place, page => AssertShownAsync(page, name, figure), Width);

    private static async Task AssertShownAsync(IPage page, string name, string figure)
    {
        var seen = await page.GetByRole(AriaRole.Figure, new() { Name = figure, Exact = true }).ScreenshotAsync();
        var file = Checkout.PathOf("functions", "Page", "pictures", $"{name}.png");
        if (Rewriting)
            await File.WriteAllBytesAsync(file, seen);

        var kept = await File.ReadAllBytesAsync(file);
        Assert.InRange(kept.Length, 1, Small);
        Assert.Contains($"(functions/Page/pictures/{name}.png)", await File.ReadAllTextAsync(Checkout.PathOf("README.md")), StringComparison.Ordinal);
        var ((width, height), (keptWidth, keptHeight)) = (SizeOf(seen), SizeOf(kept));
        Assert.True(
            Math.Abs(width - keptWidth) <= Rounding && Math.Abs(height - keptHeight) <= Rounding,
            $"{file} is {keptWidth} by {keptHeight}, what it shows {width} by {height}: take it anew with {Lever}=1");
    }

    /// <summary>From the header of a PNG (W3C, Portable Network Graphics, §11.2.1).</summary>
    private static (int Width, int Height) SizeOf(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
