namespace Parley.Engine.Stability;

/// <summary>
/// How badly the others can answer a move of i: over all legal sequences of moves of N∖i, in which nobody moves twice in a
/// row but may move again later, the lowest number that a state on the way carries. Verdicts ask for nothing else about
/// R_{N∖i}(s), so that no set of states is ever written down: numbers spread backwards over pairs (state, last mover) from
/// the lowest on, and every pair is visited once.
/// </summary>
internal sealed class Sanctions
{
    private const int None = int.MaxValue;

    private readonly GraphModel model;
    private readonly int[] order;
    private readonly int[] keys;
    private readonly int[] labels;
    private readonly (int State, int Last)[] open;

    public Sanctions(GraphModel model)
    {
        this.model = model;
        order = new int[model.States];
        keys = new int[model.States];
        labels = new int[model.States * model.DecisionMakers];
        open = new (int, int)[labels.Length];
    }

    /// <summary>Writes, for every state that i may have moved to, the lowest number within the others' reach.</summary>
    /// <param name="numbers">A number per state.</param>
    /// <param name="improving">Ranks per decision maker when the others take improvements only; null when they take any move.</param>
    /// <param name="lowest">Per state; <see cref="int.MaxValue"/> where the others can't move.</param>
    public void Compute(int i, ReadOnlySpan<int> numbers, int[][]? improving, Span<int> lowest)
    {
        labels.AsSpan().Fill(None);
        numbers.CopyTo(keys);
        for (var state = 0; state < order.Length; state++)
        {
            order[state] = state;
        }

        Array.Sort(keys, order);
        foreach (var state in order)
        {
            for (var j = 0; j < model.DecisionMakers; j++)
            {
                if (j != i)
                {
                    Spread(i, state, j, numbers[state], improving);
                }
            }
        }

        // Nobody of the others has moved yet where the last mover is i itself.
        for (var state = 0; state < lowest.Length; state++)
        {
            lowest[state] = labels[(state * model.DecisionMakers) + i];
        }
    }

    private void Spread(int i, int state, int mover, int number, int[][]? improving)
    {
        var waiting = 0;
        Label(state, mover);
        while (waiting > 0)
        {
            var (to, last) = open[--waiting];
            foreach (var from in model.Origins(last, to))
            {
                if (improving is not null && improving[last][to] <= improving[last][from])
                {
                    continue;
                }

                for (var before = 0; before < model.DecisionMakers; before++)
                {
                    if (before != last)
                    {
                        Label(from, before);
                    }
                }
            }
        }

        void Label(int at, int last)
        {
            ref var label = ref labels[(at * model.DecisionMakers) + last];
            if (label != None)
            {
                return;
            }

            label = number;
            if (last != i)
            {
                open[waiting++] = (at, last);
            }
        }
    }
}
