namespace Parley.Engine.Stability;

/// <summary>
/// Legal sequences of moves of everybody but i, in which nobody moves twice in a row (Fang, Hipel &amp; Kilgour 1993, ch. 3).
/// </summary>
public static class LegalSequences
{
    /// <summary>R_{N∖i}(s), or R⁺_{N∖i}(s) with ranks: the states that the others can reach from a state, in rising order.</summary>
    /// <param name="improving">Ranks per decision maker when each step must be an improvement for its mover; null for any move.</param>
    public static IReadOnlyList<int> Reachable(GraphModel model, int i, int state, int[][]? improving = null)
    {
        var reached = new SortedSet<int>();
        Walk(model, i, state, improving, step =>
        {
            reached.Add(step);
            return false;
        });
        return [.. reached];
    }

    /// <summary>The shortest sequence to a wanted state; the earliest movers and states among equally short ones.</summary>
    /// <param name="improving">As for <see cref="Reachable"/>.</param>
    /// <returns>Null when no such state can be reached.</returns>
    public static IReadOnlyList<Step>? Shortest(GraphModel model, int i, int state, int[][]? improving, Func<int, bool> wanted) =>
        Walk(model, i, state, improving, wanted);

    /// <summary>Breadth first over pairs (state, last mover); in the beginning i itself has moved last.</summary>
    private static List<Step>? Walk(GraphModel model, int i, int start, int[][]? improving, Func<int, bool> wanted)
    {
        var first = new Step(i, start);
        var before = new Step?[model.States * model.DecisionMakers];
        var open = new Queue<Step>([first]);
        while (open.TryDequeue(out var at))
        {
            for (var j = 0; j < model.DecisionMakers; j++)
            {
                if (j == i || j == at.Mover)
                {
                    continue;
                }

                foreach (var to in model.Moves(j, at.To))
                {
                    ref var known = ref before[(to * model.DecisionMakers) + j];
                    if (known is not null || (improving is not null && improving[j][to] <= improving[j][at.To]))
                    {
                        continue;
                    }

                    known = at;
                    if (wanted(to))
                    {
                        return Trace(model, before, new Step(j, to), first);
                    }

                    open.Enqueue(new Step(j, to));
                }
            }
        }

        return null;
    }

    private static List<Step> Trace(GraphModel model, Step?[] before, Step last, Step first)
    {
        var steps = new List<Step>();
        for (var step = last; step != first; step = before[(step.To * model.DecisionMakers) + step.Mover]!.Value)
        {
            steps.Add(step);
        }

        steps.Reverse();
        return steps;
    }
}

/// <summary>A step of a sequence: who moves, and to which state.</summary>
public readonly record struct Step(int Mover, int To);
