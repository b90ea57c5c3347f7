using Parley.Engine.Sampling;

namespace Parley.Engine.Driving;

/// <summary>
/// Bootstrap resamples (Efron 1979) of the blocks of a sample. Blocks are drawn, not points: they are independent, points of
/// a hypercube are not, and resampling those would overstate the error.
/// </summary>
internal sealed class Resamples
{
    private readonly int[] times;

    public Resamples(long seed, int count)
    {
        Count = count;
        times = new int[count * BlockedSample.Blocks];
        var stream = new RandomStream(SampleKey.Of(seed, "drivers/resamples"), 0);
        for (var resample = 0; resample < count; resample++)
        {
            for (var pick = 0; pick < BlockedSample.Blocks; pick++)
            {
                times[(resample * BlockedSample.Blocks) + (int)(stream.Next() % BlockedSample.Blocks)]++;
            }
        }
    }

    public int Count { get; }

    /// <summary>How often a resample takes each block.</summary>
    public ReadOnlySpan<int> this[int resample] => times.AsSpan(resample * BlockedSample.Blocks, BlockedSample.Blocks);
}
