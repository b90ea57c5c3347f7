using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal sealed class BaselineReading(Declarations declared)
{
    public Baselines Baselines(ObjectReader o) => new(o["statusQuo"].Object(StatusQuo), o["noDeal"].Object(b => Baseline(b, 20)));

    /// <summary>What was in force: one day, one outcome, every issue.</summary>
    private Baseline StatusQuo(ObjectReader o)
    {
        if (o.Optional("date") is null)
            _ = o["date"].Date();

        var baseline = Baseline(o, 1);
        if (baseline.Outcomes is [var outcome] && o.Node["outcomes"]?[outcome.Id]?["values"] is { Kind: JsonValueKind.Object } values)
        {
            foreach (var missing in (declared.Issues.Ids ?? []).Except(outcome.Values.Select(v => v.Issue)))
                o.Notes.Report(values, $"{Wording.Quote(missing)} is missing but the status quo must give every issue a value.", missing);
        }

        return baseline;
    }

    private Baseline Baseline(ObjectReader o, int mostOutcomes) => new(
        o["name"].Line(),
        o.Optional("date")?.Date(),
        o["outcomes"].Keyed(1, mostOutcomes, Outcome),
        o.Optional("costs")?.KeyedBy(declared.Stakeholders, (id, cost) => new StakeholderCost(id, cost.NumberOrRange(Bounds.Scale))) ?? [],
        o["source"].Source());

    private BaselineOutcome Outcome(string id, ObjectReader o) => new(
        id,
        o["name"].Line(),
        o.Optional("odds")?.NumberOrRange(Bounds.Positive) ?? TriangularRange.Exactly(1),
        o["values"].KeyedBy(declared.Issues, (issue, value) => new IssueValue(issue, value.NumberOrRange(Bounds.Scale))),
        o["source"].Source());
}
