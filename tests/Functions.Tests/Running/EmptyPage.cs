using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace Parley.Functions.Tests.Running;

/// <summary>An answer that Table storage may give to any query, and Azurite never does: no rows, and word that there may be more.</summary>
public sealed class EmptyPage(string partition, string rowKey) : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/json",
        ["x-ms-continuation-NextPartitionKey"] = Encoded(partition),
        ["x-ms-continuation-NextRowKey"] = Encoded(rowKey),
    };

    public override int Status => 200;

    public override string ReasonPhrase => "OK";

    public override Stream? ContentStream { get; set; } = new MemoryStream("""{"value":[]}"""u8.ToArray());

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    // As Azurite writes its own.
    private static string Encoded(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
