using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

[assembly: AssemblyFixture(typeof(Site))]

namespace Parley.Page.Tests.Running;

/// <summary>The product with some scenarios evaluated, and a browser to see it with; started once for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>The shell, where it is: the whole browser draws a window of its own for every visit.</summary>
    private static readonly string? Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <summary>How long a crowded machine may take for one step, in milliseconds; nothing is measured by it.</summary>
    private const float Patience = 30_000;

    private readonly ConcurrentBag<IPage> idle = [];

    private HostProcess? host;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Api? api;

    public Uri Address => host!.Address;

    public Api Api => api!;

    /// <summary>Id of a published proposal with the analyses of a default evaluation.</summary>
    public string Proposal { get; private set; } = "";

    /// <summary>Id of a scenario on the other situation.</summary>
    public string OtherSituation { get; private set; } = "";

    /// <summary>Id of another scenario on the situation of <see cref="Proposal"/>.</summary>
    public string Freeze { get; private set; } = "";

    /// <summary>Id of a scenario with the terms of <see cref="OtherSituation"/> and other assumptions.</summary>
    public string UnderStress { get; private set; } = "";

    /// <summary>Id of a proposal with every analysis, on few draws; its red lines clash.</summary>
    public string Everything { get; private set; } = "";

    /// <summary>Id of a scenario on the other situation to which there are counter-offers, with drivers that have a box.</summary>
    public string Offers { get; private set; } = "";

    /// <summary>Id of a sweep of 225 variants.</summary>
    public string Sweep { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Assert.True(Chromium is not null, "The page is tested in Debian's Chromium, which is missing: apt-get install chromium-headless-shell fonts-liberation");
        host = await HostProcess.StartAsync();
        api = new Api(host.Address);
        var sweep = Api.SweepAsync(Sample.Sweep(steps: 15));
        string[] evaluated = await Task.WhenAll(
            Api.EvaluateAsync(Api.Shipped("gerd-drought-rules")),
            Api.EvaluateAsync(Api.Shipped("gerd-drought-rules-under-stress")),
            Api.EvaluateAsync(Api.Shipped("freeze-on-the-line")),
            Api.EvaluateAsync(Api.Shipped("us-28-points")),
            Api.EvaluateAsync(AskedFor("us-28-points", "acceptance", "effects", "durability", "measures", "stability", "bargaining", "drivers", "counterOffers")),
            Api.EvaluateAsync(AskedFor("gerd-drought-rules", "acceptance", "durability", "drivers", "counterOffers")));
        (OtherSituation, UnderStress, Freeze, Proposal, Everything, Offers) = (evaluated[0], evaluated[1], evaluated[2], evaluated[3], evaluated[4], evaluated[5]);
        Sweep = await sweep;
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>
    /// Opens a place of the page, waits until everything is there, and hands it over. Fails on whatever the browser complains of: an error,
    /// a violation of the security policy, an answer that nobody expected, a request to elsewhere.
    /// </summary>
    /// <param name="place">An address in the hash: <c>#/scenarios</c>.</param>
    /// <param name="refusal">A status that the page is expected to be answered with.</param>
    /// <param name="prepare">What is to be in place before the page is asked for.</param>
    public async Task VisitAsync(
        string place, Func<IPage, Task> look, int width = 1280, ColorScheme theme = ColorScheme.Light, int? refusal = null, Func<IPage, Task>? prepare = null)
    {
        // A new page is a new process: one that nothing was prepared on serves the next visit.
        var page = prepare is null && idle.TryTake(out var used) ? used : await NewPageAsync();
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = theme, Media = Media.Null, ReducedMotion = ReducedMotion.Reduce });
        var serves = false;
        try
        {
            using var complaints = new Complaints(page, Address, refusal);
            if (prepare is not null)
                await prepare(page);
            await page.GotoAsync($"/{place}");
            await page.SettledAsync();
            await look(page);
            complaints.AssertNone();
            serves = prepare is null;
        }
        finally
        {
            if (serves)
                await LeaveAsync(page);
            else
                await page.Context.CloseAsync();
        }
    }

    /// <summary>A shipped scenario with impacts and more, on so few draws that it is quick.</summary>
    public static JsonObject AskedFor(string name, params string[] analyses)
    {
        var scenario = Api.Shipped(name);
        scenario["draws"] = 400;
        scenario["analyses"] = new JsonArray(["impacts", .. analyses]);
        scenario["drivers"] = new JsonObject { ["points"] = 256, ["resamples"] = 20, ["outputs"] = new JsonArray(new JsonObject { ["acceptance"] = "joint" }) };
        scenario["counterOffers"] = new JsonObject { ["confidence"] = 0.6, ["offers"] = 2 };
        return scenario;
    }

    private async Task<IPage> NewPageAsync()
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Address.ToString(), Locale = "en-GB", TimezoneId = "UTC" });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.WatchJumpsAsync();
        return page;
    }

    /// <summary>Of a visit only the browser's cache is left over for the next.</summary>
    private async Task LeaveAsync(IPage page)
    {
        await page.UnrouteAllAsync();
        await page.Context.ClearPermissionsAsync();
        await page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        await page.GotoAsync("about:blank");
        await page.Mouse.MoveAsync(0, 0);
        idle.Add(page);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        api?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }
}
