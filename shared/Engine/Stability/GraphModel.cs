namespace Parley.Engine.Stability;

/// <summary>
/// Who can move from which state to which: one directed graph per decision maker over shared states (Fang, Hipel &amp;
/// Kilgour 1993, Interactive Decision Making: The Graph Model for Conflict Resolution, Wiley, ch. 3). Nothing is assumed
/// about the graphs: a move without its way back is irreversible, and moves need not be transitive.
/// </summary>
public sealed class GraphModel
{
    private readonly int[][][] moves;
    private readonly int[][][] origins;

    /// <param name="states">Number of states, numbered from 0.</param>
    /// <param name="moves">The moves of each decision maker; one named twice counts once.</param>
    /// <exception cref="ArgumentException">A move leaves the states, or leads nowhere.</exception>
    public GraphModel(int states, IReadOnlyList<IReadOnlyCollection<Move>> moves)
    {
        States = states;
        foreach (var move in moves.SelectMany(own => own))
        {
            if ((uint)move.From >= (uint)states || (uint)move.To >= (uint)states || move.From == move.To)
            {
                throw new ArgumentException($"{move} is no move between two of {states} states.", nameof(moves));
            }
        }

        this.moves = [.. moves.Select(own => ByState(own, move => move.From, move => move.To))];
        origins = [.. moves.Select(own => ByState(own, move => move.To, move => move.From))];
    }

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>Number of decision makers.</summary>
    public int DecisionMakers => moves.Length;

    /// <summary>R_i(s): the states that a decision maker reaches from a state by a move of its own, in rising order.</summary>
    public ReadOnlySpan<int> Moves(int decisionMaker, int state) => moves[decisionMaker][state];

    /// <summary>The states from which a decision maker reaches a state by a move of its own, in rising order.</summary>
    public ReadOnlySpan<int> Origins(int decisionMaker, int state) => origins[decisionMaker][state];

    /// <summary>R_i⁺(s): those of its moves that a decision maker strictly prefers to staying.</summary>
    /// <param name="ranks">Its ranks of the states, the higher the better; equal ranks are ties.</param>
    public IReadOnlyList<int> Improvements(int decisionMaker, int state, IReadOnlyList<int> ranks) =>
        [.. moves[decisionMaker][state].Where(to => ranks[to] > ranks[state])];

    private int[][] ByState(IReadOnlyCollection<Move> own, Func<Move, int> key, Func<Move, int> value)
    {
        var byState = own.Distinct().ToLookup(key, value);
        return [.. Enumerable.Range(0, States).Select(state => byState[state].Order().ToArray())];
    }
}

/// <summary>A unilateral move from one state to another.</summary>
public readonly record struct Move(int From, int To);
