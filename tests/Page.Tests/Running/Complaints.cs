using System.Collections.Concurrent;

namespace Parley.Page.Tests.Running;

/// <summary>What a browser finds wrong with a page while it is looked at.</summary>
internal sealed class Complaints
{
    private readonly ConcurrentQueue<string> all = [];

    /// <param name="refusal">A status that is expected.</param>
    public Complaints(IPage page, Uri site, int? refusal)
    {
        // Violations of the security policy are among the errors; refused requests are judged by their status.
        page.Console += (_, message) => Add(message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), message.Text);
        page.PageError += (_, error) => Add(true, error);
        page.Response += (_, answer) => Add(answer.Status >= 400 && answer.Status != refusal, $"{answer.Status} {answer.Url}");
        page.Request += (_, request) => Add(!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !IsOwn(request.Url), $"asked for {request.Url}");
    }

    public void AssertNone() => Assert.Empty(all);

    private void Add(bool isOne, string complaint)
    {
        if (isOne)
            all.Enqueue(complaint);
    }

    private static bool IsOwn(string url) => url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);
}
