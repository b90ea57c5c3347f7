using Parley.Engine;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Sweeping;

/// <summary>The engine as workers call it for what all chunks come to: <see cref="Sweeper.Summarise(Situation, Sweep, IReadOnlyList{SweepDigest}, IReadOnlyList{double[]}, CancellationToken)"/>, unless a test wants one that is broken.</summary>
public delegate SweepSummary SummariseVariants(
    Situation situation, Sweep sweep, IReadOnlyList<SweepDigest> parts, IReadOnlyList<double[]> outputs, CancellationToken cancellation);
