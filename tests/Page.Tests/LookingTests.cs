using Parley.Page.Tests.Running;
using Xunit.Sdk;

namespace Parley.Page.Tests;

/// <summary>That looking at a page finds what it is for.</summary>
public sealed class LookingTests(Site site)
{
    [Theory]
    [InlineData("color-contrast", "<p>hardly to be read</p>")]
    [InlineData("button-name", "<button></button>")]
    [InlineData("image-alt", "<img src='data:,'>")]
    public Task What_nobody_could_read_or_name_is_found(string rule, string planted) => site.VisitAsync("#/compare", async page =>
    {
        await page.AssertAccessibleAsync();
        await page.Locator("main").EvaluateAsync("(main, planted) => main.insertAdjacentHTML('beforeend', planted)", planted);
        // Not in the markup, which the security policy would not let through.
        await page.Locator("main > :last-child").EvaluateAsync("each => { each.style.color = '#777'; each.style.background = '#888'; }");
        var found = await Assert.ThrowsAnyAsync<XunitException>(() => page.AssertAccessibleAsync(rule));
        Assert.Contains($"{rule}: ", found.Message, StringComparison.Ordinal);
    });
}
