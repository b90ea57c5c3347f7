using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Parley.EndToEnd.Tests;

[Collection("the whole product")]
public sealed class BackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_saved_gives_the_same_results_on_another_host_however_often_it_is_restored()
    {
        var folder = Directory.CreateTempSubdirectory("parley-backup");
        try
        {
            JsonNode before;
            await using (var first = RunScript.Start("--port", "0", "--empty"))
            {
                var host = await first.ListeningAsync();
                before = await ImpactsAsync(host, await SubmitAsync(host, "us-28-points"));
                await ScriptAsync("backup.sh", $"{host}", folder.FullName);
            }

            await using var second = RunScript.Start("--port", "0", "--empty");
            var other = await second.ListeningAsync();
            var restored = await ScriptAsync("restore.sh", $"{other}", folder.FullName);
            var again = await ScriptAsync("restore.sh", $"{other}", folder.FullName);

            Assert.Equal(restored, again);
            Assert.Equal($"{before["impacts"]}", $"{(await ImpactsAsync(other, restored.Trim()))["impacts"]}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> SubmitAsync(Uri host, string name)
    {
        using var http = new HttpClient { BaseAddress = host };
        using var file = new StreamContent(File.OpenRead(Checkout.PathOf("shared", "Scenarios", $"{name}.json")));
        file.Headers.ContentType = new("application/json");
        using var answer = await http.PostAsync("/api/scenarios", file, Cancellation);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["id"]!.ToString();
    }

    private static async Task<JsonNode> ImpactsAsync(Uri host, string id)
    {
        using var http = new HttpClient { BaseAddress = host };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await http.GetFromJsonAsync<JsonObject>($"/api/scenarios/{id}", deadline.Token))!["status"]!.ToString() != "Succeeded")
            await Task.Delay(100, deadline.Token);
        return (await http.GetFromJsonAsync<JsonNode>($"/api/scenarios/{id}/impacts", Cancellation))!;
    }

    private static async Task<string> ScriptAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Checkout.PathOf("infra", "azure", script), .. arguments]) { RedirectStandardOutput = true };
        using var bash = Process.Start(start)!;
        var output = await bash.StandardOutput.ReadToEndAsync(Cancellation);
        await bash.WaitForExitAsync(Cancellation);
        Assert.True(bash.ExitCode == 0, output);
        return output;
    }
}
