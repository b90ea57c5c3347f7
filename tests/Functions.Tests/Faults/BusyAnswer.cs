using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Parley.Functions.Tests.Faults;

/// <summary>Storage that is too busy to do anything.</summary>
public sealed class BusyAnswer : Response
{
    public override int Status => 503;

    public override string ReasonPhrase => "The server is busy.";

    // Told to others by the transport, which this answer never passes.
    public override bool IsError => true;

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }
}
