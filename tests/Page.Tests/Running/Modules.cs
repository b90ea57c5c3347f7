using System.Diagnostics;

namespace Parley.Page.Tests.Running;

/// <summary>Modules of the page as they are built, to be called one by one.</summary>
internal static class Modules
{
    /// <summary>What a module's functions make of each of some values, in the browser.</summary>
    /// <param name="expression">A function of one value, which knows the exports by <paramref name="name"/>.</param>
    public static async Task<T> OfEachAsync<T>(this Site site, object values, string expression, string name, params string[] modules)
    {
        var script = await BundledAsync(name, modules);
        var told = default(T);
        await site.VisitAsync("#/elsewhere", async page => told = await page.EvaluateAsync<T>($"values => {{ {script} return values.map({expression}); }}", values));
        return told!;
    }

    /// <summary>A script that puts all that the modules export under one name.</summary>
    /// <param name="modules">Files in <c>web/src</c>, without their ending.</param>
    public static async Task<string> BundledAsync(string name, params string[] modules)
    {
        var web = Checkout.PathOf("functions", "Page", "web");
        using var bundler = Process.Start(new ProcessStartInfo(Path.Combine(web, "node_modules", ".bin", "esbuild"))
        {
            ArgumentList = { "--bundle", "--format=iife", $"--global-name={name}", "--log-level=warning" },
            WorkingDirectory = Path.Combine(web, "src"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await bundler.StandardInput.WriteAsync(string.Concat(modules.Select(module => $"export * from './{module}';\n")));
        bundler.StandardInput.Close();
        var script = await bundler.StandardOutput.ReadToEndAsync();
        await bundler.WaitForExitAsync();
        Assert.Equal(0, bundler.ExitCode);
        return script;
    }
}
