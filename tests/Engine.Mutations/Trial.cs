using System.Globalization;

namespace Parley.Engine.Mutations;

/// <summary>Tries mutants with tests that come by them.</summary>
/// <param name="mutants">All that there are.</param>
internal sealed class Trial(SwitchedAssembly engine, Reach reach, IEnumerable<Mutant> mutants)
{
    /// <summary>Tests that a mutant is tried with before all others: most are noticed by these, and a program of few tests is soon compiled.</summary>
    private const int First = 10;

    /// <summary>Seconds of tests that a mutant is tried with in all, but for the first.</summary>
    private const double MostSeconds = 5;

    private const int Slack = 5;

    private readonly ILookup<(string Room, string File), int> ofFile = mutants.ToLookup(mutant => (mutant.Room, mutant.File), mutant => mutant.Id);

    /// <summary>Puts an engine into the place, in which any mutant of a file can be tried.</summary>
    public void Prepare(Tests place, Mutant mutant) => engine.WriteSwitching(ofFile[(mutant.Room, mutant.File)].ToHashSet(), place.Engine);

    public async Task<Verdict> TryAsync(Tests place, Mutant mutant)
    {
        var tests = Chosen(mutant);
        var verdict = Verdict.NoCoverage;
        foreach (var some in (Test[][])[[.. tests.Take(First)], [.. tests.Skip(First)]])
        {
            if (some.Length > 0 && verdict is (Verdict.NoCoverage or Verdict.Survived))
                verdict = await TryAsync(place, mutant, some);
        }

        return verdict;
    }

    private static async Task<Verdict> TryAsync(Tests place, Mutant mutant, IReadOnlyList<Test> tests)
    {
        var limit = TimeSpan.FromSeconds(5 + (Slack * tests.Sum(test => test.Seconds)));
        var chosen = mutant.Id.ToString(CultureInfo.InvariantCulture);
        return await place.RunAsync(["-stopOnFail", .. tests.SelectMany(test => (string[])["-method", test.Method])], limit, [(SwitchedAssembly.Setting, chosen)]) switch
        {
            null => Verdict.Timeout,
            0 => Verdict.Survived,
            _ => Verdict.Killed,
        };
    }

    // Those of its room first, and of these the shortest.
    private List<Test> Chosen(Mutant mutant)
    {
        var (chosen, seconds) = (new List<Test>(), 0.0);
        foreach (var test in reach.Of(mutant).OrderBy(test => test.Room != mutant.Room).ThenBy(test => test.Seconds))
        {
            if (chosen.Count > 0 && seconds + test.Seconds > MostSeconds)
                continue;
            chosen.Add(test);
            seconds += test.Seconds;
        }

        return chosen;
    }
}
