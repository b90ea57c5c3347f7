namespace Parley.Engine.Driving;

/// <summary>
/// What the indices of one output need of a sample, block by block, so that blocks can be resampled. Outputs are taken as
/// differences from a centre near their mean; the estimators are centred exactly at the end, which takes nothing but sums.
/// Different blocks may be written at the same time.
/// </summary>
internal sealed class SobolSums(int inputs, double centre)
{
    private readonly double[] sums = new double[BlockedSample.Blocks * Base];
    private readonly double[] changes = new double[BlockedSample.Blocks * inputs * PerInput];

    /// <summary>Sums of a block: of f(A) and f(B), and of their squares.</summary>
    public const int Base = 2;

    /// <summary>Sums of a block and input: f(B)·d, d and d² with d = f(A with the input's draws from B) − f(A).</summary>
    public const int PerInput = 3;

    public int Inputs => inputs;

    public double Centre => centre;

    /// <summary>Sum of f(A) + f(B), and of the squares.</summary>
    public ReadOnlySpan<double> Block(int block) => sums.AsSpan(block * Base, Base);

    /// <summary>For each input in turn: Σ f(B)·d, Σ d, Σ d².</summary>
    public ReadOnlySpan<double> Changes(int block) => changes.AsSpan(block * inputs * PerInput, inputs * PerInput);

    /// <summary>Takes points of a block: the output in two independent samples.</summary>
    public void Observe(int block, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var n = 0; n < a.Length; n++)
        {
            var (one, other) = (a[n] - centre, b[n] - centre);
            sum += one + other;
            squares += (one * one) + (other * other);
        }

        sums[block * Base] += sum;
        sums[(block * Base) + 1] += squares;
    }

    /// <summary>Takes points of a block: the output where one input has its draws from sample B, all others theirs from A.</summary>
    public void Observe(int block, int input, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> changed)
    {
        var (cross, difference, squares) = (0.0, 0.0, 0.0);
        for (var n = 0; n < a.Length; n++)
        {
            var change = changed[n] - a[n];
            cross += (b[n] - centre) * change;
            difference += change;
            squares += change * change;
        }

        var place = ((block * inputs) + input) * PerInput;
        changes[place] += cross;
        changes[place + 1] += difference;
        changes[place + 2] += squares;
    }
}
