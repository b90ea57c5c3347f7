namespace Parley.Benchmarks.Scale;

/// <summary>What each call of storage costs, in seconds of a processor.</summary>
/// <param name="Client">In the process that makes it.</param>
/// <param name="Storage">In Azurite.</param>
internal readonly record struct CallCost(double Client, double Storage);

/// <summary>The calls that a scenario makes, measured one at a time, and what is left of the product's own work.</summary>
/// <param name="Accept">The transaction that stores a submission.</param>
/// <param name="Look">A look at the status.</param>
/// <param name="OwnAccept">Seconds of a processor for a request that submits, without its calls.</param>
/// <param name="OwnEvaluate">The same for an evaluation.</param>
/// <param name="OwnLook">The same for a request that asks for the status.</param>
internal sealed record CallCosts(
    CallCost Accept,
    CallCost Send,
    CallCost Receive,
    CallCost Read,
    CallCost Claim,
    CallCost Result,
    CallCost End,
    CallCost Delete,
    CallCost Look,
    double OwnAccept = 0,
    double OwnEvaluate = 0,
    double OwnLook = 0)
{
    private IEnumerable<CallCost> Once => [Accept, Send, Receive, Read, Claim, Result, End, Delete];

    public double ClientPerScenario => Once.Sum(call => call.Client);

    public double StoragePerScenario => Once.Sum(call => call.Storage);

    /// <summary>The same with every cost so many times as high: a machine that others use too.</summary>
    public CallCosts Times(double factor) => new(
        Scaled(Accept, factor), Scaled(Send, factor), Scaled(Receive, factor), Scaled(Read, factor), Scaled(Claim, factor), Scaled(Result, factor), Scaled(End, factor), Scaled(Delete, factor), Scaled(Look, factor),
        OwnAccept * factor, OwnEvaluate * factor, OwnLook * factor);

    /// <summary>The same with only what storage takes so many times as high.</summary>
    public CallCosts TimesStorage(double factor) => new(
        Slower(Accept, factor), Slower(Send, factor), Slower(Receive, factor), Slower(Read, factor), Slower(Claim, factor), Slower(Result, factor),
        Slower(End, factor), Slower(Delete, factor), Slower(Look, factor), OwnAccept, OwnEvaluate, OwnLook);

    private static CallCost Slower(CallCost cost, double factor) => cost with { Storage = cost.Storage * factor };

    private static CallCost Scaled(CallCost cost, double factor) => new(cost.Client * factor, cost.Storage * factor);
}
