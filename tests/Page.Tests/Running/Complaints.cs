using System.Collections.Concurrent;

namespace Parley.Page.Tests.Running;

/// <summary>What a browser finds wrong with a page while it is looked at, until this is disposed of.</summary>
internal sealed class Complaints : IDisposable
{
    private readonly ConcurrentQueue<string> all = [];
    private readonly IPage page;
    private readonly Uri site;
    private readonly int? refusal;

    /// <param name="refusal">A status that is expected.</param>
    public Complaints(IPage page, Uri site, int? refusal)
    {
        (this.page, this.site, this.refusal) = (page, site, refusal);
        page.Console += OnConsole;
        page.PageError += OnError;
        page.Response += OnResponse;
        page.Request += OnRequest;
    }

    public void AssertNone() => Assert.Empty(all);

    public void Dispose()
    {
        page.Console -= OnConsole;
        page.PageError -= OnError;
        page.Response -= OnResponse;
        page.Request -= OnRequest;
    }

    /// <summary>Violations of the security policy are among the errors; refused requests are judged by their status.</summary>
    private void OnConsole(object? sender, IConsoleMessage message) =>
        Add(message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), message.Text);

    private void OnError(object? sender, string error) => Add(true, error);

    private void OnResponse(object? sender, IResponse answer) => Add(answer.Status >= 400 && answer.Status != refusal, $"{answer.Status} {answer.Url}");

    private void OnRequest(object? sender, IRequest request) =>
        Add(!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !IsOwn(request.Url), $"asked for {request.Url}");

    private void Add(bool isOne, string complaint)
    {
        if (isOne)
            all.Enqueue(complaint);
    }

    private static bool IsOwn(string url) => url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);
}
