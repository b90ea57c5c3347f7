namespace Parley.Engine.Evaluating;

/// <summary>An answer, or the reason why there is none; exactly one of the two is null.</summary>
/// <param name="Value">What was found.</param>
/// <param name="Reason">A sentence.</param>
public sealed record Answer<T>(T? Value, string? Reason)
    where T : class;
