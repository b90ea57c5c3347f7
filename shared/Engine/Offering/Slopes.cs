namespace Parley.Engine.Offering;

/// <summary>How margins and gains change when one term is moved up or down, per scale point: secants over a step.</summary>
internal sealed class Slopes
{
    private readonly double[]?[] up;
    private readonly double[]?[] down;

    public Slopes(Trial trial, Candidate at, Consent consent, TermBox box, double step)
    {
        At = at;
        Start = trial.Problem.Start();
        trial.Draws.StandAt(at.Terms);
        (up, down) = (new double[]?[Start.Length], new double[]?[Start.Length]);
        for (var k = 0; k < Start.Length; k++)
        {
            (up[k], down[k]) = (Secant(k, step, 1), Secant(k, step, -1));
        }

        double[]? Secant(int k, double length, int direction)
        {
            var moved = Math.Clamp(at.Terms[k] + (direction * length), box.Low[k], box.High[k]);
            var way = direction * (moved - at.Terms[k]);
            if (way < 1e-6)
            {
                return null;
            }

            double[] terms = [.. at.Terms];
            terms[k] = moved;
            var there = trial.Of(terms, consent);
            return [.. Numbers(there).Zip(Numbers(at), (far, near) => (far - near) / way)];
        }
    }

    /// <summary>Where the slopes hold.</summary>
    public Candidate At { get; }

    public double[] Start { get; }

    /// <summary>Margins first, then gains; per point of a move in the direction of the sign. Null where there is no room.</summary>
    public double[]? Of(int term, int direction) => direction > 0 ? up[term] : down[term];

    private static IEnumerable<double> Numbers(Candidate candidate) => candidate.Margins.Concat(candidate.Gains);
}
