namespace Parley.Engine.Offering;

/// <summary>The best terms by slopes alone, within a radius: one step of sequential linear programming.</summary>
internal static class LinearStep
{
    /// <summary>A point of consent is worth more than any change of the terms.</summary>
    private const double WorthOfConsent = 1e4;

    /// <summary>Cheapest terms that have consent; else those nearest to it.</summary>
    public static double[] Cheapest(OfferProblem problem, Slopes slopes, double[] from, double[] margins, TermBox box, double radius)
    {
        var moves = Moves(problem, slopes, from, box, radius);
        var program = new LinearProgram(moves.Count + 1);
        var missing = Math.Max(0, -margins.Min());
        var dearest = Math.Max(1, problem.Terms.Max(term => term.Cost));
        program.Objective[^1] = WorthOfConsent * dearest;
        program.AtMost(missing)[^1] = 1;
        for (var m = 0; m < moves.Count; m++)
        {
            program.Objective[m] = -moves[m].Cost;
            program.AtMost(moves[m].Room)[m] = 1;
        }

        for (var g = 0; g < margins.Length; g++)
        {
            var row = program.AtMost(margins[g] + missing);
            row[^1] = 1;
            Fill(row, moves, g);
        }

        return Moved(from, moves, program.Solve());
    }

    /// <summary>Terms that cost no more, keep consent, and give the veto player who gains least more.</summary>
    public static double[] Fairest(OfferProblem problem, Slopes slopes, TermBox box, double radius)
    {
        var at = slopes.At;
        var moves = Moves(problem, slopes, at.Terms, box, radius);
        var program = new LinearProgram(moves.Count + 1);
        program.Objective[^1] = 1;
        program.AtMost(100)[^1] = 1;
        var cost = program.AtMost(0);
        for (var m = 0; m < moves.Count; m++)
        {
            cost[m] = moves[m].Cost;
        }

        for (var m = 0; m < moves.Count; m++)
        {
            program.AtMost(moves[m].Room)[m] = 1;
        }

        for (var g = 0; g < at.Margins.Length; g++)
        {
            Fill(program.AtMost(at.Margins[g]), moves, g);
        }

        for (var i = 0; i < at.Gains.Length; i++)
        {
            var row = program.AtMost(at.Gains[i] - at.SmallestGain);
            row[^1] = 1;
            Fill(row, moves, at.Margins.Length + i);
        }

        return Moved(at.Terms, moves, program.Solve());
    }

    /// <summary>Moves of single terms, with what they cost a point; a move back saves until it is back.</summary>
    private static List<Move> Moves(OfferProblem problem, Slopes slopes, double[] from, TermBox box, double radius)
    {
        var moves = new List<Move>();
        for (var k = 0; k < from.Length; k++)
        {
            foreach (var direction in (ReadOnlySpan<int>)[1, -1])
            {
                var back = direction * (slopes.Start[k] - from[k]);
                var room = Math.Min(radius, direction > 0 ? box.High[k] - from[k] : from[k] - box.Low[k]);
                room = back > 1e-9 ? Math.Min(room, back) : room;
                if (room > 1e-9 && slopes.Of(k, direction) is { } slope)
                {
                    moves.Add(new Move(k, direction, room, back > 1e-9 ? -problem.Terms[k].Cost : problem.Terms[k].Cost, slope));
                }
            }
        }

        return moves;
    }

    private static void Fill(Span<double> row, List<Move> moves, int number)
    {
        for (var m = 0; m < moves.Count; m++)
        {
            row[m] = -moves[m].Slope[number];
        }
    }

    private static double[] Moved(double[] from, List<Move> moves, double[] lengths)
    {
        double[] terms = [.. from];
        for (var m = 0; m < moves.Count; m++)
        {
            terms[moves[m].Term] += moves[m].Direction * lengths[m];
        }

        return terms;
    }

    private readonly record struct Move(int Term, int Direction, double Room, double Cost, double[] Slope);
}
