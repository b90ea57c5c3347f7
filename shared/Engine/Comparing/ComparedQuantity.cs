using Parley.Engine.Evaluating;

namespace Parley.Engine.Comparing;

/// <summary>A block's draws of a quantity.</summary>
internal delegate ReadOnlySpan<double> DrawsOf(BlockWorker worker);

/// <summary>Something whose difference is looked at draw by draw.</summary>
/// <param name="Draws">Where its draws are.</param>
/// <param name="Mean">Place of its mean in a worker's statistics.</param>
/// <param name="Unit">The length of its scale: differences below 10⁻¹² of it are rounding.</param>
internal sealed record ComparedQuantity(DrawsOf Draws, Func<BlockWorker, int> Mean, double Unit)
{
    public double Rounding => 1e-12 * Unit;
}
