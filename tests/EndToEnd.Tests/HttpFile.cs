using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Parley.EndToEnd.Tests;

/// <summary>A file of requests as REST clients of editors read it: a title after ###, a request line, headers, a body.</summary>
internal static class HttpFile
{
    public static IReadOnlyList<NamedRequest> Read(string path) =>
    [
        .. File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n###").Skip(1)
            .Select(section => Parse(section.Trim().Split('\n'), Path.GetDirectoryName(path)!)),
    ];

    private static NamedRequest Parse(string[] lines, string folder)
    {
        var request = lines[1].Split(' ', 2);
        var blank = Array.FindIndex(lines, line => line.Length == 0);
        var headers = lines[2..(blank < 0 ? lines.Length : blank)].Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1]);
        var body = blank < 0 ? null : string.Join('\n', lines[(blank + 1)..]);
        return new NamedRequest(
            lines[0].Trim(),
            new HttpMethod(request[0]),
            request[1],
            headers,
            body?.StartsWith("< ", StringComparison.Ordinal) == true ? File.ReadAllText(Path.Combine(folder, body[2..])) : body);
    }
}

/// <summary>One request, with the variables <c>{{host}}</c>, <c>{{scenarioId}}</c> and <c>{{otherId}}</c> still in it.</summary>
internal sealed partial record NamedRequest(string Title, HttpMethod Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>The first status that the title announces, 200 where it announces none.</summary>
    public HttpStatusCode Status => Announced().Match(Title) is { Success: true } found
        ? (HttpStatusCode)int.Parse(found.Value, CultureInfo.InvariantCulture)
        : HttpStatusCode.OK;

    /// <param name="ids">The scenarios that were accepted so far.</param>
    public HttpRequestMessage With(Uri host, IReadOnlyList<string> ids)
    {
        var url = Url.Replace("{{host}}", host.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("{{scenarioId}}", ids.ElementAtOrDefault(0), StringComparison.Ordinal)
            .Replace("{{otherId}}", ids.ElementAtOrDefault(1), StringComparison.Ordinal);
        var message = new HttpRequestMessage(Method, url);
        if (Body is not null)
        {
            message.Content = new StringContent(Body, System.Text.Encoding.UTF8, Headers["Content-Type"]);
        }

        foreach (var (name, value) in Headers.Where(header => header.Key != "Content-Type"))
        {
            message.Headers.Add(name, value);
        }

        return message;
    }

    [GeneratedRegex(@"\b[2-5]\d\d\b")]
    private static partial Regex Announced();
}
