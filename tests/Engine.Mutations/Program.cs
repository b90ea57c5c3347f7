using System.Collections.Concurrent;
using System.Diagnostics;
using Parley.Engine.Mutations;

// Tries the mutants that Stryker has compiled into the engine, each with the tests that come by it, and writes the verdicts into its
// report: Engine.Mutations TESTS REPORT [ROOM | ROOM/FILE,FILE]…, where TESTS is the folder of the built tests.
if (args is not [var folder, var path, .. var rooms])
{
    Console.Error.WriteLine("usage: Engine.Mutations TESTS REPORT [ROOM | ROOM/FILE,FILE]...");
    return 2;
}

const int SaveEvery = 20;
var report = new MutantReport(path);
Asked[] asked = [.. rooms.Select(Asked.Parse)];
// In the order asked for, so that what matters most is known first.
Mutant[] mutants = asked.Length == 0
    ? [.. report.Mutants]
    : [.. asked.SelectMany(each => report.Mutants.Where(each.Holds)).Distinct()];
if (asked.FirstOrDefault(each => !report.Mutants.Any(each.Holds)) is { } unknown)
{
    Console.Error.WriteLine($"Nothing of the engine can be changed in {unknown.Room}{(unknown.Files.Count == 0 ? "" : $"/{string.Join(',', unknown.Files)}")}.");
    return 2;
}

var built = new Tests(folder);
var engine = new SwitchedAssembly(built.Engine);
var work = Directory.CreateTempSubdirectory("parley-mutants-");
try
{
    Tests[] places = [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(n => built.CopyTo(Path.Combine(work.FullName, $"{n}")))];
    var begun = Stopwatch.GetTimestamp();
    engine.WriteSwitching(new HashSet<int>(), places[0].Engine);
    var tests = await Reach.TestsAsync(places[0]);
    Console.WriteLine($"{tests.Count} tests pass without a mutant ({Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s)");

    var reach = new Reach();
    foreach (var place in places)
        engine.WriteCovering(place.Engine);
    await reach.FindAsync(places, tests);
    Console.WriteLine($"{mutants.Count(mutant => reach.Of(mutant).Count > 0)} of {mutants.Length} mutants are come by ({Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s)");

    var trial = new Trial(engine, reach, report.Mutants);
    var (done, prepared) = (0, new ConcurrentDictionary<Tests, (string Room, string File)>());
    await Places.EachAsync(places, mutants, async (place, mutant) =>
    {
        if (prepared.GetValueOrDefault(place) != (mutant.Room, mutant.File))
            trial.Prepare(place, mutant);
        prepared[place] = (mutant.Room, mutant.File);
        report.Note(mutant, await trial.TryAsync(place, mutant));
        if (Interlocked.Increment(ref done) is var count && (count % SaveEvery == 0 || count == mutants.Length))
        {
            report.Save();
            Console.WriteLine($"{count} of {mutants.Length}, {mutant.Room} ({Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s)");
        }
    });
    return 0;
}
finally
{
    work.Delete(recursive: true);
}
