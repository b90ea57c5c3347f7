using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>Reads the body of a request, up to a size.</summary>
public static class Body
{
    /// <exception cref="RefusedException">No JSON, or too large.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadJsonAsync(this HttpRequest request, int maxBytes)
    {
        if (!request.HasJsonContentType())
            throw new RefusedException(Problems.NotJson);
        if (request.ContentLength > maxBytes)
            throw new RefusedException(Problems.TooLarge(maxBytes));

        // One byte more than allowed tells too large from just fitting, whatever length the client gave.
        var body = new byte[(request.ContentLength ?? maxBytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length <= maxBytes ? body.AsMemory(0, length) : throw new RefusedException(Problems.TooLarge(maxBytes));
    }
}
