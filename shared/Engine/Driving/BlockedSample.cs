using Parley.Engine.Sampling;

namespace Parley.Engine.Driving;

/// <summary>
/// How a sample of N points is cut: into <see cref="Blocks"/> independent Latin hypercubes, so that what the bootstrap
/// resamples is independent (single points of a hypercube are not), and into chunks of 256 points that are computed
/// together. N is a power of two from 256 on, so that a chunk holds whole blocks or a block is a whole chunk.
/// </summary>
/// <param name="Points">N.</param>
internal readonly record struct BlockedSample(int Points)
{
    /// <summary>Independent hypercubes: enough for the bootstrap, while strata stay fine (16 in a block of 1,024 points).</summary>
    public const int Blocks = 64;

    /// <summary>Points of a block.</summary>
    public int PointsPerBlock => Points / Blocks;

    /// <summary>Chunks of the sample.</summary>
    public int Chunks => Points / DrawMatrix.Capacity;

    /// <summary>Blocks of a chunk.</summary>
    public int BlocksPerChunk => DrawMatrix.Capacity / PointsPerBlock;
}
