using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Parley.Local;

/// <summary>A message's body as the function gets it.</summary>
internal static class MessageText
{
    public static bool TryDecode(BinaryData body, MessageEncoding encoding, [NotNullWhen(true)] out string? text)
    {
        var raw = body.ToString();
        if (encoding == MessageEncoding.None)
        {
            text = raw;
            return true;
        }

        var bytes = new byte[raw.Length];
        text = Convert.TryFromBase64String(raw, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
        return text is not null;
    }
}
