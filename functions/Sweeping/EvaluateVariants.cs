using Parley.Engine;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Sweeping;

/// <summary>The engine as workers call it for a chunk: <see cref="Sweeper.Evaluate"/>, unless a test wants one that is slow or broken.</summary>
public delegate VariantNumbers EvaluateVariants(Situation situation, Sweep sweep, int first, int count, CancellationToken cancellation);
