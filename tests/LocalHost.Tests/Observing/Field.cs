using System.Buffers.Binary;
using System.Text;

namespace Parley.Local.Tests;

/// <summary>A field of a protobuf message, as far as it takes to look into what was exported.</summary>
/// <param name="Number">Its number in the message's definition.</param>
/// <param name="Scalar">The value of a number.</param>
/// <param name="Bytes">The value of a text, of bytes or of a message.</param>
internal readonly record struct Field(int Number, ulong Scalar, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    public double Double => BitConverter.UInt64BitsToDouble(Scalar);

    public static IEnumerable<Field> Of(ReadOnlyMemory<byte> message)
    {
        while (message.Length > 0)
        {
            var tag = Varint(ref message);
            var number = (int)(tag >> 3);
            yield return (tag & 7) switch
            {
                0 => new Field(number, Varint(ref message), default),
                1 => new Field(number, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8).Span), default),
                2 => new Field(number, 0, Take(ref message, (int)Varint(ref message))),
                5 => new Field(number, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4).Span), default),
                var other => throw new InvalidDataException($"No wire type {other} is expected."),
            };
        }
    }

    /// <summary>All messages at a path of nested ones, each step a field's number.</summary>
    public static IEnumerable<Field> At(ReadOnlyMemory<byte> message, params int[] path) => path is [var first, .. var rest]
        ? Of(message).Where(field => field.Number == first).SelectMany(field => rest.Length == 0 ? [field] : At(field.Bytes, rest))
        : [];

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref message, 1).Span[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> message, int length)
    {
        var taken = message[..length];
        message = message[length..];
        return taken;
    }
}
