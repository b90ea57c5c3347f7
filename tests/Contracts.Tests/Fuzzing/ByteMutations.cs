using System.Text;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>What can happen to a document on its way.</summary>
internal static class ByteMutations
{
    private static readonly byte[][] Noise =
    [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0], [0x1F, 0x8B, 8, 0],
        "\"\\u"u8.ToArray(), "\\"u8.ToArray(), "}{"u8.ToArray(), "//"u8.ToArray(), "\r"u8.ToArray(), "\u00A0"u8.ToArray(),
    ];

    public static byte[] Change(byte[] json, Random random)
    {
        var at = random.Next(json.Length + 1);
        var length = Math.Min(random.Next(40), json.Length - at);
        switch (random.Next(8))
        {
            case 0 when at < json.Length:
                var flipped = json.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1 when at < json.Length:
                var replaced = json.ToArray();
                replaced[at] = (byte)random.Next(256);
                return replaced;
            case 2:
                return json[..at];
            case 3:
                return [.. json[..at], .. json[(at + length)..]];
            case 4:
                return [.. json[..(at + length)], .. json[at..]];
            case 5:
                return Recoded(json, random);
            case 6:
                return [.. json, .. Noise[random.Next(Noise.Length)]];
            default:
                return [.. json[..at], .. Noise[random.Next(Noise.Length)], .. json[at..]];
        }
    }

    private static byte[] Recoded(byte[] json, Random random) =>
        Encoding.Convert(Encoding.UTF8, random.Next(4) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, 2 => Encoding.UTF32, _ => Encoding.Latin1 }, json);
}
