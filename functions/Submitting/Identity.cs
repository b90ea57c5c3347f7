using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parley.Functions.Answering;

namespace Parley.Functions.Submitting;

/// <summary>
/// The id of a submission. With an idempotency key it is a function of caller and key (UUIDv8), so that a repeated request meets the
/// first one's rows; without one it is new (UUIDv7).
/// </summary>
public static class Identity
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 1000;

    /// <exception cref="RefusedException">There is a key, and it is none.</exception>
    public static string? KeyOf(HttpRequest request) => request.Headers[Header] switch
    {
        [] => null,
        [{ Length: > 0 and <= LongestKey } key] => key,
        _ => throw new RefusedException(Problems.Invalid(Header, $"Send one key of 1 to {LongestKey} characters, or none.")),
    };

    public static Guid IdOf(string caller, string? key, DateTimeOffset now) => key is null ? Guid.CreateVersion7(now) : IdOf(caller, key);

    private static Guid IdOf(string caller, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\0{key}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8, RFC 9562 section 5.8
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80); // variant
        return new Guid(bytes, bigEndian: true);
    }
}
