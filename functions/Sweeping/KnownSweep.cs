using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Sweeping;

/// <summary>A sweep that was read, with what is worked out of it once: nothing of it ever changes.</summary>
/// <param name="Outputs">What the outputs are, in words.</param>
/// <param name="DocumentBytes">Of the submission and the situation, as they are written.</param>
public sealed record KnownSweep(Situation Situation, Sweep Sweep, Variants Variants, IReadOnlyList<string> Outputs, long DocumentBytes)
{
    /// <summary>Bytes in memory for each that is written: what is made of a document takes several times its size.</summary>
    private const int BytesPerByte = 5;

    public static int QuantitiesOf(Situation situation, Sweep sweep) => sweep.Outputs.Count + situation.Stakeholders.Count;

    /// <param name="submission">What it was read from.</param>
    public static KnownSweep Of(Situation situation, Sweep sweep, byte[] submission) => new(
        situation, sweep, new Variants(sweep), Sweeper.OutputNames(situation, sweep), submission.Length + CanonicalJson.Of(situation).Length);

    /// <summary>What each variant has numbers of: the outputs, and every stakeholder's impact.</summary>
    public int Quantities => QuantitiesOf(Situation, Sweep);

    /// <summary>Bytes that it keeps in memory, about. The situation counts with each sweep: it stays as long as any of them.</summary>
    public long Size => ((long)Variants.Count * Sweep.Varied.Count * sizeof(double)) + (DocumentBytes * BytesPerByte);
}
