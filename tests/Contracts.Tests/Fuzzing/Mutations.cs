using System.Globalization;
using System.Text.Json;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>What can happen to a document between two of its brackets. Each mutation is a function of the random numbers alone.</summary>
internal sealed class Mutations(Vocabulary words)
{
    private const int MostRepetitions = 3_000;
    private const int DeepestNesting = 2_000;

    public void Change(Draft document, Random random)
    {
        (Draft Owner, int Number)[] places = [.. document.Places()];
        if (places.Length == 0)
            return;
        var (owner, number) = places[random.Next(places.Length)];
        var parts = owner.Parts!;
        var part = parts[number];
        switch (random.Next(20))
        {
            case 0:
                parts[number] = part with { Value = Draft.Spelled(Pick(Hostile.Values, random)) };
                break;
            case 1:
                parts[number] = part with { Value = Draft.Spelled(Pick(Hostile.Texts, random)) };
                break;
            case 2:
                parts[number] = part with { Value = Draft.Spelled(Pick(Hostile.Numbers, random)) };
                break;
            case 3:
                parts.RemoveAt(number);
                break;
            case 4:
                parts.Insert(random.Next(parts.Count + 1), part with { Value = part.Value.Copy() });
                break;
            case 5 when !owner.IsList:
                parts[number] = part with { Name = Pick(random.Next(2) == 0 ? words.Names : Hostile.Texts, random) };
                break;
            case 6 when !owner.IsList:
                var member = Pick(words.Members, random);
                parts.Insert(random.Next(parts.Count + 1), member with { Value = member.Value.Copy() });
                break;
            case 7:
                parts[number] = part with { Value = Draft.Spelled(Nested($"{part.Value}", random)) };
                break;
            case 8:
                parts[number] = part with { Value = Draft.Spelled(Many($"{part.Value}", random)) };
                break;
            case 9:
                var (other, place) = places[random.Next(places.Length)];
                if (place < other.Parts!.Count && !Holds(part.Value, other))
                    other.Parts[place] = other.Parts[place] with { Value = part.Value.Copy() };
                break;
            case 10:
                parts[number] = part with { Value = Draft.Spelled(Pick(words.Texts, random)) };
                break;
            case 11 or 12:
                Override(document, random);
                break;
            case 13 or 14:
                parts.Reverse();
                break;
            default:
                parts[number] = part with { Value = Draft.Spelled(Retouched(part.Value, random)) };
                break;
        }
    }

    /// <summary>Another value of the same kind, often one that may stand there.</summary>
    private static string Retouched(Draft value, Random random)
    {
        var spelling = $"{value}";
        if (double.TryParse(spelling, CultureInfo.InvariantCulture, out var number))
        {
            return random.Next(4) switch
            {
                0 => $"{number:E15}".Replace("E", random.Next(2) == 0 ? "e" : "E", StringComparison.Ordinal),
                1 => $"{random.Next(101)}",
                2 => Math.Round(number * random.NextDouble(), 3).ToString(CultureInfo.InvariantCulture),
                _ => $"{spelling}{(spelling.Contains('.', StringComparison.Ordinal) ? "0" : ".0")}",
            };
        }

        if (spelling is ['"', _, .., '"'] && spelling[1] < 0x80)
            return $"\"\\u{(int)spelling[1]:x4}{spelling[2..]}".Replace("\\u005c\"", "\\\"", StringComparison.Ordinal);
        return $" {spelling}\r\n";
    }

    // Grammar tells nothing of pointers in member names: an override of something, at a place that may be slightly off.
    private void Override(Draft document, Random random)
    {
        if (document.Parts is not { } members || document.IsList)
            return;
        var pointer = Pick(words.Pointers, random);
        pointer = random.Next(6) switch
        {
            0 => pointer + "/",
            1 => pointer[1..],
            2 => pointer + "/low",
            3 => pointer.Insert(random.Next(pointer.Length), Pick(["~", "~1", "~0", "/", "//", "%2F"], random)),
            _ => pointer,
        };
        var low = random.Next(-20, 100);
        var range = random.Next(5) == 0
            ? Pick(Hostile.Values, random)
            : $$"""{"low":{{low}},"mode":{{low + random.Next(20)}},"high":{{low + random.Next(40)}},"source":"what if"}""";
        members.RemoveAll(member => member.Name == "\"assumptions\"");
        members.Add(new Part("\"assumptions\"", Draft.Spelled($$$"""{"overrides":{{{{JsonSerializer.Serialize(pointer)}}}:{{{range}}}}}""")));
    }

    private static string Nested(string value, Random random)
    {
        var depth = random.Next(10) == 0 ? random.Next(DeepestNesting) : random.Next(40);
        return random.Next(2) == 0
            ? $"{new string('[', depth)}{value}{new string(']', depth)}"
            : $"{string.Concat(Enumerable.Repeat("{\"a\":", depth))}{value}{new string('}', depth)}";
    }

    private static string Many(string value, Random random)
    {
        var times = random.Next(10) == 0 ? random.Next(MostRepetitions) : random.Next(50);
        return random.Next(3) switch
        {
            0 => $"[{string.Join(',', Enumerable.Repeat(value.Length > 200 ? "0" : value, times))}]",
            1 => $"{{{string.Join(',', Enumerable.Range(0, times).Select(i => $"\"n{i}\":{(value.Length > 200 ? "0" : value)}"))}}}",
            _ => $"\"{string.Concat(Enumerable.Repeat("long ", times))}\"",
        };
    }

    private static bool Holds(Draft value, Draft other) => value == other || value.Parts?.Any(part => Holds(part.Value, other)) == true;

    private static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];
}
