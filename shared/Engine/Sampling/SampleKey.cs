using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Engine.Sampling;

/// <summary>
/// Names a judgement's stream of random numbers by seed and JSON Pointer, never by its place in a list: two scenarios
/// with one seed share the draws of every judgement they share, and a replaced judgement changes only its own.
/// </summary>
internal static class SampleKey
{
    public static ulong Of(long seed, string pointer)
    {
        var input = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(pointer)];
        BinaryPrimitives.WriteInt64LittleEndian(input, seed);
        Encoding.UTF8.GetBytes(pointer, input.AsSpan(sizeof(long)));
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(input));
    }
}
