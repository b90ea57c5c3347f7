using System.Text;
using System.Text.Json;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>A document as an author may leave it: members can be repeated, and names and values are kept as they are spelled.</summary>
internal sealed class Draft
{
    private Draft(List<Part>? parts, bool isList, string spelling)
    {
        Parts = parts;
        IsList = isList;
        Spelling = spelling;
    }

    /// <summary>Members or items; null for a value that is spelled out.</summary>
    public List<Part>? Parts { get; }

    public bool IsList { get; }

    /// <summary>JSON of a value without parts, or anything else that a mutation puts in its place.</summary>
    public string Spelling { get; }

    public static Draft Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    public static Draft Spelled(string spelling) => new(null, false, spelling);

    public Draft Copy() => Parts is null ? this : new([.. Parts.Select(part => part with { Value = part.Value.Copy() })], IsList, "");

    /// <summary>Every place below this value, as its owner and its number there.</summary>
    public IEnumerable<(Draft Owner, int Number)> Places()
    {
        for (var number = 0; number < (Parts?.Count ?? 0); number++)
        {
            yield return (this, number);
            foreach (var place in Parts![number].Value.Places())
                yield return place;
        }
    }

    public byte[] ToJson() => Encoding.UTF8.GetBytes($"{this}");

    public override string ToString()
    {
        var json = new StringBuilder();
        Write(json);
        return $"{json}";
    }

    private void Write(StringBuilder json)
    {
        if (Parts is null)
        {
            json.Append(Spelling);
            return;
        }

        json.Append(IsList ? '[' : '{');
        foreach (var (number, part) in Parts.Index())
        {
            if (number > 0)
                json.Append(',');
            if (!IsList)
                json.Append(part.Name).Append(':');
            part.Value.Write(json);
        }

        json.Append(IsList ? ']' : '}');
    }

    private static Draft Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new([.. element.EnumerateObject().Select(member => new Part(JsonSerializer.Serialize(member.Name), Of(member.Value)))], false, ""),
        JsonValueKind.Array => new([.. element.EnumerateArray().Select(item => new Part("", Of(item)))], true, ""),
        _ => Spelled(element.GetRawText()),
    };
}

/// <param name="Name">As a JSON string; empty in lists.</param>
internal sealed record Part(string Name, Draft Value);
