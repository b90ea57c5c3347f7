namespace Parley.Engine.Bargaining;

/// <summary>
/// The mean of the positions weighted by capability × salience, Σcsx / Σcs: the forecast that richer models of bargaining
/// seldom beat (Achen 2006, "Institutional realism and bargaining models", in Thomson et al., The European Union Decides).
/// </summary>
public static class CompromiseMean
{
    /// <summary>Writes the outcome of every issue, 0 to 100; NaN where nobody with capability cares.</summary>
    /// <param name="table">n actors, m issues.</param>
    /// <param name="outcome">m numbers.</param>
    public static void Compute(BargainingTable table, Span<double> outcome) =>
        Compute(table.Capability, table.Salience, table.Position, outcome);

    /// <summary>The same for positions that have moved, on any scale.</summary>
    internal static void Compute(
        ReadOnlySpan<double> capability, ReadOnlySpan<double> salience, ReadOnlySpan<double> position, Span<double> outcome)
    {
        var issues = outcome.Length;
        for (var k = 0; k < issues; k++)
        {
            var (sum, weights) = (0.0, 0.0);
            for (var i = 0; i < capability.Length; i++)
            {
                var weight = capability[i] * salience[(i * issues) + k];
                sum += weight * position[(i * issues) + k];
                weights += weight;
            }

            outcome[k] = sum / weights;
        }
    }
}
