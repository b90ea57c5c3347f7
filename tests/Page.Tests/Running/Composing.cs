using System.Text.Json.Nodes;

namespace Parley.Page.Tests.Running;

/// <summary>The controls of a composition, by the places of the document that they change.</summary>
internal static class Composing
{
    public static ILocator At(this IPage page, string place) => page.Locator($"[data-place=\"{place}\"]");

    /// <summary>The input in which the number of a handle can be typed.</summary>
    public static ILocator NumberAt(this IPage page, string place) => page.Locator($"input[data-place=\"{place}\"]");

    public static ILocator Issue(this IPage page, string id) => page.Locator($"[data-issue=\"{id}\"]");

    /// <summary>Low, mode and high as the sliders have them; one of a point.</summary>
    public static Task<double[]> HandlesAsync(this ILocator control) =>
        control.GetByRole(AriaRole.Slider).EvaluateAllAsync<double[]>("all => all.map(each => Number(each.getAttribute('aria-valuenow')))");

    /// <summary>The document as it would be sent.</summary>
    public static async Task<JsonObject> DocumentAsync(this IPage page) => JsonNode.Parse(await page.At("").InputValueAsync())!.AsObject();

    /// <summary>Sends it and gives the id of what became of it.</summary>
    public static async Task<string> SendAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate it" }).ClickAsync();
        return await page.ArrivedAsync();
    }

    public static async Task<string> ArrivedAsync(this IPage page)
    {
        await page.ReachesAsync("/#/scenarios/[^/]+$");
        await page.SettledAsync();
        return new Uri(page.Url).Fragment.Split('/')[^1];
    }

    /// <summary>Goes on with the Tab key until the focus is where it should be.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var steps = 0; steps < 400; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"The Tab key does not lead to {selector}.");
    }

    public static async Task KeysAsync(this IPage page, params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }
}
