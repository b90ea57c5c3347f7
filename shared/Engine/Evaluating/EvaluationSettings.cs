namespace Parley.Engine.Evaluating;

/// <summary>How an evaluation runs; changes no byte of what comes out.</summary>
/// <param name="Threads">Number of threads, ≥ 1.</param>
public sealed record EvaluationSettings(int Threads = 1);
