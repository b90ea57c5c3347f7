using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;

namespace Parley.Functions.Storage;

/// <summary>What a listing tells about a result: stakeholders are counted as the sentences of the report group them.</summary>
/// <param name="JointAcceptance">Probability that everyone whose consent is needed accepts; null when not asked for.</param>
/// <param name="Gaining">Stakeholders better off than without a deal; null, like the other counts, when not asked for.</param>
/// <param name="Losing">Stakeholders worse off.</param>
/// <param name="Open">
/// Stakeholders of whom the judgements leave open which; null as well in rows of earlier versions, which counted as gaining or losing by the sign
/// of the mean alone.
/// </param>
/// <param name="Unaffected">Stakeholders for whom nothing changes that would show; null where <paramref name="Open"/> is.</param>
public sealed record Summary(double? JointAcceptance, int? Gaining, int? Losing, int? Open, int? Unaffected)
{
    public static Summary Of(Evaluation evaluation) => new(
        evaluation.Acceptance?.Joint.Value,
        Count(evaluation, Course.Up),
        Count(evaluation, Course.Down),
        Count(evaluation, Course.Open),
        Count(evaluation, Course.Still));

    private static int? Count(Evaluation evaluation, Course course) => evaluation.Impacts?.Count(impact => Distinguishing.Of(impact.NoDeal) == course);
}
