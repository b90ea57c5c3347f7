using System.Globalization;
using System.Xml.Linq;

namespace Parley.Engine.Mutations;

/// <summary>A test, all cases of a theory together.</summary>
/// <param name="Method">Its full name.</param>
/// <param name="Room">The folder that it is in; the name of the assembly's where it is in none.</param>
internal sealed record Test(string Method, string Room, double Seconds);

/// <summary>Which tests come by which mutants.</summary>
internal sealed class Reach
{
    /// <summary>Tests that take longer are tried on no mutant.</summary>
    public const double MostSeconds = 1;

    private const int Slowdown = 60;
    private static readonly TimeSpan ForAll = TimeSpan.FromMinutes(10);
    private readonly Dictionary<int, List<Test>> tests = [];

    /// <summary>The tests that come by a mutant, in no order.</summary>
    public IReadOnlyList<Test> Of(Mutant mutant) => tests.GetValueOrDefault(mutant.Id) ?? [];

    /// <summary>Runs all tests once on the engine as it is, to see that they pass and how long they take.</summary>
    public static async Task<IReadOnlyList<Test>> TestsAsync(Tests program)
    {
        var results = Path.Combine(program.Folder, "results.xml");
        await program.RunAsync(["-trait-", "Suite=Long", "-result-xml", results], ForAll);
        XElement[] tests = [.. XDocument.Load(results).Descendants("test")];
        if (tests.Where(test => test.Attribute("result")!.Value == "Fail").Select(Failure).ToArray() is { Length: > 0 } failed)
            throw new InvalidOperationException($"Without a mutant there fail already:\n{string.Join('\n', failed)}");
        return
        [
            .. tests
                .GroupBy(test => $"{test.Attribute("type")!.Value}.{test.Attribute("method")!.Value}")
                .Select(cases => new Test(cases.Key, RoomOf(cases.First().Attribute("type")!.Value), cases.Sum(Seconds))),
        ];
    }

    /// <summary>Runs each of the tests on its own, on an engine that notes what is come by.</summary>
    public async Task FindAsync(IReadOnlyList<Tests> places, IEnumerable<Test> all)
    {
        await Places.EachAsync(places, all.Where(test => test.Seconds <= MostSeconds), async (program, test) =>
        {
            var folder = Directory.CreateTempSubdirectory("parley-reach-");
            var ended = await program.RunAsync(
                ["-method", test.Method],
                TimeSpan.FromSeconds(10 + (Slowdown * test.Seconds)),
                [("STRYKER_COVERAGE_FILE", "reach.txt"), ("TMPDIR", folder.FullName)]);
            if (ended is null)
                Console.WriteLine($"{test.Method} took too long to be followed; it is tried on no mutant.");
            foreach (var id in folder.GetFiles("reach-*.txt").SelectMany(file => Numbers(File.ReadAllText(file.FullName))).ToHashSet())
                Add(id, test);
            folder.Delete(recursive: true);
        });
    }

    private void Add(int id, Test test)
    {
        lock (tests)
        {
            if (!tests.TryGetValue(id, out var found))
                tests.Add(id, found = []);
            found.Add(test);
        }
    }

    // "Covered;covered from initialisers of types".
    private static IEnumerable<int> Numbers(string covered) =>
        covered.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static double Seconds(XElement test) => double.Parse(test.Attribute("time")!.Value, CultureInfo.InvariantCulture);

    private static string Failure(XElement test) => $"{test.Attribute("name")!.Value}: {test.Element("failure")?.Element("message")?.Value}";

    private static string RoomOf(string type) => type.Split('.')[^2];
}
