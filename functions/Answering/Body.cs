using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>Reads the body of a request, up to a size.</summary>
public static class Body
{
    private const string Plain = "identity";

    /// <exception cref="RefusedException">No JSON, encoded, too large, or not sent to its end.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadJsonAsync(this HttpRequest request, int maxBytes)
    {
        if (!request.HasJsonContentType())
            throw new RefusedException(Problems.NotJson);
        RefuseEncoded(request);
        if (request.ContentLength > maxBytes)
            throw new RefusedException(Problems.TooLarge(maxBytes));

        // One byte more than allowed tells too large from just fitting, whatever length the client gave.
        var body = new byte[(request.ContentLength ?? maxBytes) + 1];
        var length = await ReadAsync(request, body);
        return length <= maxBytes ? body.AsMemory(0, length) : throw new RefusedException(Problems.TooLarge(maxBytes));
    }

    // Nothing is ever unpacked: what is small on the way could be of any size.
    private static void RefuseEncoded(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.All(each => Plain.Equals(each, StringComparison.OrdinalIgnoreCase)))
            return;
        request.HttpContext.Response.Headers.AcceptEncoding = Plain; // RFC 9110, section 15.5.16.
        throw new RefusedException(Problems.Encoded);
    }

    private static async Task<int> ReadAsync(HttpRequest request, Memory<byte> body)
    {
        try
        {
            return await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // Chunks that are none, an end before the announced one, a pace that no client has; some of these the server has no word for, and
            // a client that goes away it calls a cancellation.
            throw new RefusedException(Problems.NotSent);
        }
    }
}
