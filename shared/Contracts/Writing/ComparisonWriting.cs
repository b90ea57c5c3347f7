using System.Text.Json;
using Parley.Engine.Comparing;
using Parley.Engine.Situations;

namespace Parley.Contracts.Writing;

internal static class ComparisonWriting
{
    public static void Write(this Utf8JsonWriter writer, Comparison comparison) => writer.Object(() =>
    {
        writer.WriteString("engineVersion", comparison.EngineVersion);
        writer.WriteString("situation", comparison.Situation);
        writer.WriteNumber("seed", comparison.Seed);
        writer.WriteNumber("draws", comparison.Draws);
        writer.WriteNumber("horizon", comparison.Horizon);
        writer.WriteNumber("shortHorizon", comparison.ShortHorizon);
        writer.Keyed("scenarios", comparison.Scenarios, s => s.Id, scenario =>
        {
            writer.WriteString("title", scenario.Title);
            writer.Text("baseClass", scenario.BaseClass);
        });
        writer.Keyed("orders", comparison.Orders, o => o.Stakeholder, order => Order(writer, order));
        writer.List("pairs", comparison.Pairs, pair => writer.Object(() => Pair(writer, pair)));
        writer.WriteString("note", comparison.Note);
        writer.WriteString("reversalRule", comparison.ReversalRule);
    });

    private static void Named(Utf8JsonWriter writer, string name, StakeholderRole role)
    {
        writer.WriteString("name", name);
        writer.WriteString("role", Vocabulary.Roles[role]);
    }

    private static void Order(Utf8JsonWriter writer, ScenarioOrder order)
    {
        Named(writer, order.Name, order.Role);
        writer.Texts("order", order.Order);
        writer.WriteBoolean("decided", order.IsDecided);
        writer.List("reversals", order.Reversals, reversal => writer.Object(() =>
        {
            writer.WriteString("first", reversal.First);
            writer.WriteString("second", reversal.Second);
            writer.WriteString("dependsOn", Vocabulary.ReversalCauses[reversal.DependsOn]);
            writer.Object("one", () => View(writer, reversal.One));
            writer.Object("other", () => View(writer, reversal.Other));
            writer.WriteString("verdict", Vocabulary.ReversalVerdicts[reversal.Verdict]);
            writer.WriteString("text", reversal.Text);
        }));
    }

    private static void View(Utf8JsonWriter writer, OrderView view)
    {
        writer.WriteString("baseline", Vocabulary.Baselines[view.Baseline]);
        writer.WriteString("horizon", Vocabulary.ComparedHorizons[view.Horizon]);
        writer.WriteString("figure", Vocabulary.ComparedFigures[view.Figure]);
        writer.Estimate("difference", view.Difference);
    }

    private static void Pair(Utf8JsonWriter writer, PairComparison pair)
    {
        writer.WriteString("first", pair.First);
        writer.WriteString("second", pair.Second);
        writer.Keyed("impacts", pair.Impacts, i => i.Stakeholder, impact =>
        {
            Named(writer, impact.Name, impact.Role);
            writer.Object("noDeal", () => Impact(writer, impact.NoDeal));
            writer.Object("statusQuo", () => Impact(writer, impact.StatusQuo));
            writer.Texts("reasons", impact.Reasons);
        });
        writer.Object("acceptance", () => Acceptance(writer, pair.Acceptance));
        writer.Keyed("effects", pair.Effects, e => e.Effect, effect =>
        {
            writer.WriteString("name", effect.Name);
            ShortAndLong(writer, effect.Short, effect.Long);
        });
        writer.Answer("durability", pair.Durability, held => ShortAndLong(writer, held.Short, held.Long));
        writer.Object("measures", () => Measures(writer, pair.Measures));
        writer.List("reversals", pair.Reversals, reversal => writer.Object(() => Reversal(writer, reversal)));
    }

    private static void Impact(Utf8JsonWriter writer, ImpactDifference impact)
    {
        Spread(writer, impact.Impact);
        writer.Object("shortHorizon", () => Mean(writer, impact.ShortHorizon));
        writer.List("contributions", impact.Contributions, contribution => writer.Object(() =>
        {
            writer.WriteString("kind", Vocabulary.Contributions[contribution.Kind]);
            writer.WriteString("id", contribution.Id);
            writer.WriteString("name", contribution.Name);
            Mean(writer, contribution.Mean);
        }));
    }

    private static void Acceptance(Utf8JsonWriter writer, AcceptanceDifference acceptance)
    {
        writer.Object("joint", () => Mean(writer, acceptance.Joint));
        writer.Keyed("stakeholders", acceptance.Stakeholders, s => s.Stakeholder, stakeholder =>
        {
            Named(writer, stakeholder.Name, stakeholder.Role);
            Mean(writer, stakeholder.Probability);
        });
    }

    private static void Measures(Utf8JsonWriter writer, MeasuresDifference measures)
    {
        writer.Answer("outcomePair", measures.OutcomePair, pair =>
        {
            writer.Object("short", () => Mean(writer, pair.Short));
            writer.Object("long", () => Mean(writer, pair.Long));
            writer.Object("both", () => Mean(writer, pair.Both));
            writer.Object("shortOnly", () => Mean(writer, pair.ShortOnly));
            writer.Object("longOnly", () => Mean(writer, pair.LongOnly));
            writer.Object("neither", () => Mean(writer, pair.Neither));
        });
        writer.Answer("subordination", measures.Subordination, spread => Spread(writer, spread));
        writer.Answer("legality", measures.Legality, tests => writer.Keyed("tests", tests, t => t.Test, test =>
        {
            writer.WriteString("name", test.Name);
            Mean(writer, test.Lawful);
        }));
    }

    private static void Reversal(Utf8JsonWriter writer, StakeholderReversal reversal)
    {
        writer.WriteString("one", reversal.One);
        writer.WriteString("other", reversal.Other);
        writer.WriteString("baseline", Vocabulary.Baselines[reversal.Baseline]);
        writer.Estimate("underFirst", reversal.UnderFirst);
        writer.Estimate("underSecond", reversal.UnderSecond);
        writer.WriteString("verdict", Vocabulary.ReversalVerdicts[reversal.Verdict]);
        writer.WriteString("text", reversal.Text);
    }

    private static void ShortAndLong(Utf8JsonWriter writer, SpreadDifference early, SpreadDifference late)
    {
        writer.Object("short", () => Spread(writer, early));
        writer.Object("long", () => Spread(writer, late));
    }

    private static void Mean(Utf8JsonWriter writer, MeanDifference mean)
    {
        writer.Estimate("first", mean.First);
        writer.Estimate("second", mean.Second);
        writer.Estimate("difference", mean.Difference);
    }

    private static void Spread(Utf8JsonWriter writer, SpreadDifference spread)
    {
        writer.Estimate("first", spread.First);
        writer.Estimate("second", spread.Second);
        writer.Estimate("difference", spread.Mean);
        writer.Estimate("median", spread.Median);
        writer.Estimate("low80", spread.Low80);
        writer.Estimate("high80", spread.High80);
        writer.Estimate("probabilityHigher", spread.ProbabilityHigher);
        writer.Estimate("probabilityEqual", spread.ProbabilityEqual);
        writer.Estimate("probabilityLower", spread.ProbabilityLower);
    }
}
