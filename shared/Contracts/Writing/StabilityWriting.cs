using System.Text.Json;
using Parley.Engine.Stability;

namespace Parley.Contracts.Writing;

internal static class StabilityWriting
{
    public static void Write(Utf8JsonWriter writer, StabilityReport stability)
    {
        if (stability.Deal is not { } deal)
        {
            writer.Text("reason", stability.Reason);
            return;
        }

        writer.WriteNumber("draws", stability.Draws);
        writer.WriteNumber("states", stability.States);
        writer.Texts("neverTaken", stability.NeverTaken);
        writer.Keyed("compliance", stability.Compliance, c => c.Stakeholder, compliance => Compliance(writer, compliance));
        writer.Object("deal", () => State(writer, deal));
        writer.List("mostStable", stability.MostStable, state => writer.Object(() => State(writer, state)));
    }

    private static void Compliance(Utf8JsonWriter writer, Compliance compliance)
    {
        writer.WriteString("name", compliance.Name);
        writer.WriteBoolean("canMove", compliance.CanMove);
        writer.WriteString("restraint", Vocabulary.Restraints[compliance.Usual]);
        writer.Object("restraints", () =>
        {
            foreach (var restraint in compliance.Restraints)
                writer.Estimate(Vocabulary.Restraints[restraint.Kind], restraint.Share);
        });
        if (compliance.Incentive is { } incentive)
            writer.Object("incentive", () => Incentive(writer, incentive));
        writer.WriteString("text", compliance.Text);
    }

    private static void Incentive(Utf8JsonWriter writer, Incentive incentive)
    {
        writer.Texts("takes", incentive.Takes);
        writer.List("sanction", incentive.Sanction, step => writer.Object(() =>
        {
            writer.WriteString("stakeholder", step.Stakeholder);
            writer.Texts("takes", step.Takes);
            writer.Texts("drops", step.Drops);
        }));
        writer.Estimate("share", incentive.Share);
    }

    private static void State(Utf8JsonWriter writer, StateStability state)
    {
        writer.Texts("options", state.Options);
        writer.Text("text", state.Text);
        writer.Object("joint", () => Shares(writer, state.Joint));
        writer.Keyed("stakeholders", state.Stakeholders, s => s.Stakeholder, own => Shares(writer, own.Shares));
    }

    private static void Shares(Utf8JsonWriter writer, ConceptShares shares)
    {
        writer.Estimate("nash", shares.Nash);
        writer.Estimate("gmr", shares.Gmr);
        writer.Estimate("smr", shares.Smr);
        writer.Estimate("seq", shares.Seq);
    }
}
