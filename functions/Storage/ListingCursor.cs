using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace Parley.Functions.Storage;

/// <summary>Where a page of the listing ends, as the row key of its last scenario. No secret: whoever makes one up sees what they could list.</summary>
public sealed partial record ListingCursor(string RowKey)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(RowKey));

    /// <summary>Null when the text does not have the shape of a cursor.</summary>
    public static ListingCursor? Parse(string text)
    {
        if (text.Length > 200 || !Base64Url.IsValid(text))
            return null;
        var rowKey = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        return Shape().IsMatch(rowKey) ? new ListingCursor(rowKey) : null;
    }

    [GeneratedRegex(@"\At\|[0-9]{19}\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex Shape();
}
