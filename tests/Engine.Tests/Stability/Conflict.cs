using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

/// <summary>A graph model with everybody's preferences.</summary>
internal sealed record Conflict(int States, Move[][] Moves, int[][] Ranks)
{
    private static readonly SolutionConcept[] Concepts = Enum.GetValues<SolutionConcept>();

    public GraphModel Model => new(States, Moves);

    /// <summary>As published: states numbered from 1, ranked from the most to the least preferred.</summary>
    public static Conflict Published(int states, (int From, int To)[][] moves, int[][] mostToLeast) => new(
        states,
        [.. moves.Select(own => own.Select(move => new Move(move.From - 1, move.To - 1)).ToArray())],
        [.. mostToLeast.Select(order => Enumerable.Range(1, states).Select(state => states - Array.IndexOf(order, state)).ToArray())]);

    /// <summary>The stable states of each decision maker and, last, the equilibria, numbered from 1.</summary>
    public int[][] Solve(SolutionConcept concept)
    {
        var table = new StabilitySolver(Model).Solve(Ranks);
        return
        [
            .. Enumerable.Range(0, Moves.Length).Select(i => Numbers(state => table.IsStable(concept, i, state))),
            Numbers(state => table.IsEquilibrium(concept, state)),
        ];
    }

    /// <summary>All verdicts in one line, to be compared.</summary>
    public string Verdicts(Func<SolutionConcept, int, int, bool> isStable) => string.Join(
        ' ',
        Concepts.SelectMany(concept => Enumerable.Range(0, Moves.Length).Select(i =>
            $"{concept}/{i}:{string.Concat(Enumerable.Range(0, States).Select(state => isStable(concept, i, state) ? '+' : '-'))}")));

    private int[] Numbers(Func<int, bool> wanted) => [.. Enumerable.Range(0, States).Where(wanted).Select(state => state + 1)];
}
