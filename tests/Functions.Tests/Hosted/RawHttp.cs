using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Hosted;

/// <summary>HTTP by the byte: clients that behave would mend, or refuse to send, what is to be tried.</summary>
internal static class RawHttp
{
    private static readonly byte[] EndOfLine = "\r\n"u8.ToArray();
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    public static Task<Answer> SendAsync(Uri host, string verb, string target, byte[]? body = null, params IEnumerable<string> headers)
    {
        string[] length = body is null ? [] : [$"Content-Length: {body.Length}"];
        return SendAsync(host, Request(host, verb, target, body ?? [], [.. headers, .. length]));
    }

    /// <summary>A request of which nothing is added up.</summary>
    public static byte[] Request(Uri host, string verb, string target, byte[] body, params IEnumerable<string> headers) =>
    [
        .. Encoding.UTF8.GetBytes($"{verb} {target} HTTP/1.1\r\nHost: {host.Authority}\r\nConnection: close\r\n"),
        .. Encoding.UTF8.GetBytes(string.Concat(headers.Select(header => $"{header}\r\n"))),
        .. EndOfLine,
        .. body,
    ];

    /// <summary>Sends the bytes and nothing more, and reads the answer to its end.</summary>
    public static async Task<Answer> SendAsync(Uri host, byte[] request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Port, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(request, cancellation);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, cancellation);
        return Read(answer.ToArray());
    }

    /// <summary>Sends the bytes and goes away, as a client does that dies.</summary>
    public static async Task LeaveAfterAsync(Uri host, byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(request, TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
    }

    private static Answer Read(byte[] answer)
    {
        var end = answer.AsSpan().IndexOf(EndOfHead);
        Assert.True(end > 0, $"No answer: {Encoding.UTF8.GetString(answer)}");
        var lines = Encoding.Latin1.GetString(answer, 0, end).Split("\r\n");
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var line in lines[1..])
            headers.Append(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        var body = answer[(end + EndOfHead.Length)..];
        return new Answer(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            headers,
            headers.ContentType.FirstOrDefault(),
            headers.TransferEncoding == "chunked" ? Joined(body) : body);
    }

    private static byte[] Joined(ReadOnlySpan<byte> chunks)
    {
        var body = new List<byte>();
        while (chunks.IndexOf(EndOfLine) is > 0 and var end
            && int.Parse(Encoding.ASCII.GetString(chunks[..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
        {
            body.AddRange(chunks.Slice(end + EndOfLine.Length, length));
            chunks = chunks[(end + EndOfLine.Length + length + EndOfLine.Length)..];
        }

        return [.. body];
    }
}
