using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>The documents that come with the product, in the order of their names.</summary>
public static class Shipped
{
    private const string ExpectedResult = ".expected.json";

    /// <param name="directory">Holds the folder Situations; the application's own when null.</param>
    /// <exception cref="InvalidDataException">A file has problems, or is not named after its situation.</exception>
    public static IReadOnlyList<ShippedDocument<Situation>> Situations(string? directory = null)
    {
        var situations = Documents("Situations", directory, SituationReader.Read);
        foreach (var misnamed in situations.Where(s => s.Name != s.Value.Id))
            throw new InvalidDataException($"Situations/{misnamed.Name}.json holds {misnamed.Value.Id} but must be named after it.");

        return situations;
    }

    /// <summary>Each read against its situation, which must be shipped as well.</summary>
    /// <param name="directory">Holds the folders Scenarios and Situations; the application's own when null.</param>
    /// <exception cref="InvalidDataException">A file has problems.</exception>
    public static IReadOnlyList<ShippedDocument<Scenario>> Scenarios(string? directory = null)
    {
        var situations = Situations(directory).ToDictionary(s => s.Name, s => s.Value);
        return Documents("Scenarios", directory, json => ScenarioReader.SituationOf(json) is not { } id ? ScenarioReader.Read(json)
            : situations.TryGetValue(id, out var situation) ? ScenarioReader.Read(json, situation)
            : new Reading<Scenario>(null, [new Problem("/situation", $"situation is {id} but must be one that is shipped.")]));
    }

    private static List<ShippedDocument<T>> Documents<T>(string folder, string? directory, Func<ReadOnlyMemory<byte>, Reading<T>> read)
        where T : class
    {
        var path = Path.Combine(directory ?? AppContext.BaseDirectory, folder);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [];
        return [.. files
            .Where(file => !file.EndsWith(ExpectedResult, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => Document($"{folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file), read))];
    }

    private static ShippedDocument<T> Document<T>(string file, byte[] json, Func<ReadOnlyMemory<byte>, Reading<T>> read)
        where T : class
    {
        var reading = read(json);
        if (reading.Value is null)
        {
            var problems = reading.Problems.Select(p => $"{Environment.NewLine}  {(p.Pointer.Length == 0 ? "/" : p.Pointer)}: {p.Detail}");
            throw new InvalidDataException($"{file} cannot be read:{string.Concat(problems)}");
        }

        return new ShippedDocument<T>(Path.GetFileNameWithoutExtension(file), reading.Value, json);
    }
}

/// <summary>A document that comes with the product.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Json">As it stands in the file.</param>
public sealed record ShippedDocument<T>(string Name, T Value, ReadOnlyMemory<byte> Json)
    where T : class;
