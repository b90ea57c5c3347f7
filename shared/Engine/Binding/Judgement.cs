using Parley.Engine.Situations;

namespace Parley.Engine.Binding;

/// <summary>One independent input of the sample.</summary>
/// <param name="Pointer">Where the range stands; <c>/factors/…</c> for a shared factor, <c>/stakeholders/…/profiles</c> for a choice.</param>
/// <param name="Key">Names its random numbers.</param>
/// <param name="Range">What a range is drawn from; null for the other kinds.</param>
/// <param name="FactorRow">Row of the shared factor that a range follows; −1 for none.</param>
internal sealed record Judgement(string Pointer, ulong Key, JudgementKind Kind, TriangularRange? Range, int FactorRow, int Row);

/// <summary>What the draws of a judgement are.</summary>
internal enum JudgementKind
{
    /// <summary>Draws of its triangular range.</summary>
    Range,

    /// <summary>Normal scores of a shared factor.</summary>
    Factor,

    /// <summary>The uniform numbers themselves, by which mixtures choose.</summary>
    Choice,
}
