using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Sweeping;

/// <summary>The variants of a sweep, numbered from 0: a pure function of the sweep.</summary>
public sealed class Variants
{
    private readonly Sweep sweep;
    private readonly double[][] values;

    /// <exception cref="ArgumentException">A grid over a range without steps, or of more variants than there may be.</exception>
    public Variants(Sweep sweep)
    {
        this.sweep = sweep;
        var size = CountOf(sweep) ?? throw new ArgumentException("A grid needs the levels of every term.", nameof(sweep));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Sweep.MostVariants, nameof(sweep));
        Count = (int)size;
        values = sweep.Design is SweepDesign.LatinHypercube hypercube ? Hypercube(sweep.Varied, hypercube) : Grid(sweep.Varied, Count);
    }

    public int Count { get; }

    /// <summary>How many variants there are; null for a grid over a range without steps. Stops counting far above the most.</summary>
    public static long? CountOf(Sweep sweep)
    {
        if (sweep.Design is SweepDesign.LatinHypercube hypercube)
        {
            return hypercube.Size;
        }

        var count = 1L;
        foreach (var term in sweep.Varied)
        {
            if (term.Levels is not { } levels)
            {
                return null;
            }

            count = Math.Min(count * levels.Count, int.MaxValue);
        }

        return count;
    }

    /// <summary>The value of a varied term in a variant.</summary>
    public double Value(int term, int number) => values[term][number];

    /// <summary>The values of all varied terms in a variant, in the sweep's order.</summary>
    public IReadOnlyList<double> Terms(int number) => [.. values.Select(term => term[number])];

    /// <summary>A varied term in all variants.</summary>
    public IReadOnlyList<double> Of(int term) => values[term];

    /// <summary>The variant as a scenario of its own: evaluated, it gives the sweep's numbers.</summary>
    public Scenario Scenario(int number)
    {
        var decided = sweep.Varied.Select((term, t) => new Term(term.Issue, TriangularRange.Exactly(values[t][number]), true, null)).ToDictionary(term => term.Issue);
        var terms = sweep.Base.Terms.Select(term => decided.Remove(term.Issue, out var other) ? other : term).ToList();
        return sweep.Base with { Terms = [.. terms, .. sweep.Varied.Select(term => term.Issue).Where(decided.ContainsKey).Select(issue => decided[issue])], Draws = sweep.Draws };
    }

    private static double[][] Grid(IReadOnlyList<VariedTerm> varied, int size)
    {
        var grid = new double[varied.Count][];
        var stride = 1;
        for (var t = varied.Count - 1; t >= 0; t--)
        {
            var (levels, every) = (varied[t].Levels!, stride);
            grid[t] = [.. Enumerable.Range(0, size).Select(number => levels[number / every % levels.Count])];
            stride *= levels.Count;
        }

        return grid;
    }

    private static double[][] Hypercube(IReadOnlyList<VariedTerm> varied, SweepDesign.LatinHypercube design) =>
    [
        .. varied.Select(term =>
        {
            var places = new double[design.Size];
            Sampling.LatinHypercube.Fill(SampleKey.Of(design.Seed, $"/vary/{term.Issue}"), block: 0, places);
            return places.Select(term.At).ToArray();
        }),
    ];
}
