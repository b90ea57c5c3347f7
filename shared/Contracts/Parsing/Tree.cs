using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Parley.Contracts.Parsing;

/// <summary>Builds the tree of a document. The recursion is as deep as the document, and that is bounded.</summary>
internal static class Tree
{
    public const int MaxDepth = 32;

    /// <summary>One level more than is accepted, so that the refusal is in our words.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = MaxDepth + 1 };

    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="UnreadableTokenException">It is, but too deep or with half of a character in it.</exception>
    public static Node Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        var root = ReadValue(ref reader, null, "");
        reader.Read();
        return root;
    }

    private static Node ReadValue(ref Utf8JsonReader reader, Node? parent, string name)
    {
        if (reader is { TokenType: JsonTokenType.StartObject or JsonTokenType.StartArray, CurrentDepth: MaxDepth })
            throw new UnreadableTokenException($"is nested deeper than {MaxDepth} levels");

        var position = reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, new Node(JsonValueKind.Object, parent, name, position)),
            JsonTokenType.StartArray => ReadList(ref reader, new Node(JsonValueKind.Array, parent, name, position)),
            JsonTokenType.String => new Node(JsonValueKind.String, parent, name, position, Text(ref reader)),
            JsonTokenType.Number => new Node(JsonValueKind.Number, parent, name, position, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new Node(JsonValueKind.True, parent, name, position),
            JsonTokenType.False => new Node(JsonValueKind.False, parent, name, position),
            _ => new Node(JsonValueKind.Null, parent, name, position),
        };
    }

    private static Node ReadObject(ref Utf8JsonReader reader, Node node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(ref reader);
            reader.Read();
            node.Add(name, ReadValue(ref reader, node, name));
        }

        return node;
    }

    private static Node ReadList(ref Utf8JsonReader reader, Node node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var index = node.Members.Count.ToString(CultureInfo.InvariantCulture);
            node.Add(index, ReadValue(ref reader, node, index));
        }

        return node;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // An escaped half of a surrogate pair; the bytes themselves are known to be valid UTF-8.
            throw new UnreadableTokenException("holds half of a surrogate pair in the text", exception);
        }
    }
}
