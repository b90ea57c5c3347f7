using Parley.Engine.Evaluating;

namespace Parley.Functions.Storage;

/// <summary>What a listing tells about a result.</summary>
/// <param name="JointAcceptance">Probability that everyone whose consent is needed accepts; null when not asked for.</param>
/// <param name="Gaining">Stakeholders better off on average than without a deal; null when not asked for.</param>
/// <param name="Losing">Stakeholders worse off.</param>
public sealed record Summary(double? JointAcceptance, int? Gaining, int? Losing)
{
    public static Summary Of(Evaluation evaluation) => new(
        evaluation.Acceptance?.Joint.Value,
        evaluation.Impacts?.Count(impact => impact.NoDeal.Mean.Value > 0),
        evaluation.Impacts?.Count(impact => impact.NoDeal.Mean.Value < 0));
}
