using System.Globalization;
using Parley.Engine.Scenarios;

namespace Parley.Engine.Comparing;

/// <summary>How a comparison is to be read, in words.</summary>
internal static class ComparisonWording
{
    public const string Note =
        "Every difference is first minus second, in the same draws: one seed, and every judgement that both scenarios share has the "
        + "same value in both. A judgement to which they give different ranges, a term above all, is drawn with the same random numbers "
        + "in each; the judgements of a profile have their own. Each impact is against its own scenario's baseline, which differs where "
        + "overrides say so. Points are of each stakeholder's own scale.";

    public const string Rule =
        "An order counts as reversed where two estimates have opposite signs and the 95 % interval of both, ± 2.09 standard errors "
        + "(t with 19 degrees of freedom), leaves 0 out. Opposite signs of which one cannot be told from sampling error are undecided; "
        + "equal signs are not listed. Nothing is corrected for the number of orders looked at.";

    /// <param name="ahead">Who gains more under the first scenario.</param>
    public static string PlacesChanged(string ahead, string behind, RunPair pair, ImpactBaseline baseline, ReversalVerdict verdict) =>
        $"{Capital(Of(baseline))}, {ahead} would gain more than {behind} under {Title(pair.First)} and less under {Title(pair.Second)}{Doubt(verdict)}.";

    public static string OrderChanged(string stakeholder, RunPair pair, OrderView one, OrderView other, ReversalVerdict verdict)
    {
        var (better, worse) = one.Difference.Value > 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);
        return $"{stakeholder} would fare better under {Title(better)} {View(pair, one)}, but under {Title(worse)} {View(pair, other)}{Doubt(verdict)}.";
    }

    private static string View(RunPair pair, OrderView view)
    {
        var years = view.Horizon == ComparedHorizon.Short ? pair.First.Model.ShortHorizon : pair.First.Model.Horizon;
        var when = string.Create(CultureInfo.InvariantCulture, $"after {years} {(years == 1 ? "year" : "years")}");
        return $"{Of(view.Baseline)} {when} {(view.Figure == ComparedFigure.Mean ? "on average" : "in most draws")}";
    }

    private static string Of(ImpactBaseline baseline) =>
        baseline == ImpactBaseline.NoDeal ? "against no deal" : "against the status quo";

    private static string Title(ScenarioRun run) => $"“{run.Scenario.Title}”";

    private static string Doubt(ReversalVerdict verdict) =>
        verdict == ReversalVerdict.Undecided ? ", by estimates that cannot both be told from sampling error" : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
