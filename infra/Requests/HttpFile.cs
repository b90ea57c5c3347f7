namespace Parley.Requests;

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
