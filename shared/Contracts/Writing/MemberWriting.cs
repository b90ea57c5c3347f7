using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Writing;

/// <summary>Members of every kind; what is null or empty is left out.</summary>
internal static class MemberWriting
{
    public static void Object(this Utf8JsonWriter writer, Action members)
    {
        writer.WriteStartObject();
        members();
        writer.WriteEndObject();
    }

    public static void Object(this Utf8JsonWriter writer, string name, Action members)
    {
        writer.WritePropertyName(name);
        writer.Object(members);
    }

    public static void Text(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    /// <summary>Things keyed by id.</summary>
    public static void Keyed<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Func<T, string> key, Action<T> members) =>
        writer.Object(name, () =>
        {
            foreach (var item in items)
                writer.Object(key(item), () => members(item));
        });

    public static void KeyedIfAny<T>(
        this Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Func<T, string> key, Action<T> members)
    {
        if (items.Count > 0)
            writer.Keyed(name, items, key, members);
    }

    /// <summary>Judgements keyed by id.</summary>
    public static void Ranges<T>(
        this Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Func<T, string> key, Func<T, TriangularRange> range) =>
        writer.Object(name, () =>
        {
            foreach (var item in items)
                writer.Range(key(item), range(item));
        });

    public static void List<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);

        writer.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts) =>
        writer.List(name, texts, writer.WriteStringValue);

    public static void TextsIfAny(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
            writer.Texts(name, texts);
    }

    public static void NumberIfAny(this Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value)
            writer.WriteNumber(name, value);
    }
}
