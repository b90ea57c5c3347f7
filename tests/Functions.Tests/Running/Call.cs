using System.Text;
using Azure.Core;

namespace Parley.Functions.Tests.Running;

/// <summary>One request of ours to storage.</summary>
/// <param name="Id">The same for all tries of the client at one call.</param>
/// <param name="Target">Path and query, without the account.</param>
public sealed record Call(string Id, string Method, string Target, string Body, string? IfMatch)
{
    public bool IsSend => Method == "POST" && Target.Contains("/messages?", StringComparison.Ordinal);

    public bool IsReceive => Method == "GET" && Target.Contains("/messages?numofmessages", StringComparison.Ordinal);

    public bool IsTransaction => Target.Contains("$batch", StringComparison.Ordinal);

    public static async Task<Call> OfAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
            await content.WriteToAsync(body, message.CancellationToken);
        message.Request.Headers.TryGetValue("If-Match", out var ifMatch);
        var target = Uri.UnescapeDataString(message.Request.Uri.ToUri().PathAndQuery);
        return new Call(message.Request.ClientRequestId, $"{message.Request.Method}", target, Encoding.UTF8.GetString(body.ToArray()), ifMatch);
    }

    public bool Touches(string name) => Target.Contains(name, StringComparison.Ordinal) || Body.Contains(name, StringComparison.Ordinal);
}
