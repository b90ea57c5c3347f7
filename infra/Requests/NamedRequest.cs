using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Parley.Requests;

/// <summary>One request, with the variables <c>{{host}}</c>, <c>{{scenarioId}}</c>, <c>{{otherId}}</c> and <c>{{sweepId}}</c> still in it.</summary>
internal sealed partial record NamedRequest(string Title, HttpMethod Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    private const string Key = "Idempotency-Key";

    /// <summary>The first status that the title announces, 200 where it announces none.</summary>
    public HttpStatusCode Status => Announced().Match(Title) is { Success: true } found
        ? (HttpStatusCode)int.Parse(found.Value, CultureInfo.InvariantCulture)
        : HttpStatusCode.OK;

    public bool Submits => Method == HttpMethod.Post && Url.EndsWith("/api/scenarios", StringComparison.Ordinal);

    public bool SubmitsSweep => Method == HttpMethod.Post && Url.EndsWith("/api/sweeps", StringComparison.Ordinal);

    /// <summary>False for what only an administrator may do, and for what others who use the same host would notice.</summary>
    public bool IsHarmless =>
        Method != HttpMethod.Put && !Title.StartsWith("For administrators", StringComparison.Ordinal) && !Url.Contains("/admin/", StringComparison.Ordinal);

    /// <param name="ids">The scenarios that were accepted so far.</param>
    /// <param name="sweep">The sweep that was accepted; null as long as there is none.</param>
    /// <param name="run">Keeps the idempotency keys of one run apart from those of others.</param>
    public HttpRequestMessage With(Uri host, IReadOnlyList<string> ids, string? sweep, string run)
    {
        var message = new HttpRequestMessage(Method, Url.Replace("{{host}}", host.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("{{scenarioId}}", ids.ElementAtOrDefault(0), StringComparison.Ordinal)
            .Replace("{{otherId}}", ids.ElementAtOrDefault(1), StringComparison.Ordinal)
            .Replace("{{sweepId}}", sweep, StringComparison.Ordinal));
        if (Body is not null)
            message.Content = new StringContent(Body, Encoding.UTF8, Headers["Content-Type"]);
        foreach (var (name, value) in Headers.Where(header => header.Key != "Content-Type"))
            message.Headers.Add(name, name == Key ? $"{value}-{run}" : value);
        return message;
    }

    [GeneratedRegex(@"\b[2-5]\d\d\b")]
    private static partial Regex Announced();
}
