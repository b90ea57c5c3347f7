using System.Numerics;
using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Scenarios;

/// <summary>What a scenario wants to know the drivers of.</summary>
internal sealed class DriversReading(Declared stakeholders, Declared effects, int horizon, int shortHorizon)
{
    /// <summary>Stands for all veto players.</summary>
    public const string Joint = "joint";

    public DriversRequest Drivers(ObjectReader o) => new(
        o.Optional("outputs") is { } outputs ? Outputs(outputs) : [],
        o.Optional("points") is { } points ? Points(points) : DriversRequest.Default.Points,
        (int)(o.Optional("resamples")?.Whole(DriversRequest.FewestResamples, DriversRequest.MostResamples) ?? DriversRequest.Default.Resamples));

    private IReadOnlyList<Output> Outputs(Slot slot)
    {
        var asked = new HashSet<QuantityOfInterest>();
        return slot.List(1, DriversRequest.MostOutputs, item =>
        {
            var before = item.Notes.Count;
            var output = item.Object(Output);
            if (item.Notes.Count == before && !asked.Add(output.Of))
                item.Refuse($"{item.Label} asks for an output that stands before it but each may be asked for only once.");
            return output;
        });
    }

    private static int Points(Slot slot)
    {
        var expected = $"a power of two from {Wording.Number(DriversRequest.FewestPoints)} to {Wording.Number(DriversRequest.MostPoints)}";
        var points = slot.Whole(DriversRequest.FewestPoints, DriversRequest.MostPoints, expected: expected);
        if (points is null || BitOperations.IsPow2(points.Value))
            return (int)(points ?? DriversRequest.Default.Points);

        slot.RefuseKind(expected);
        return DriversRequest.Default.Points;
    }

    private Output Output(ObjectReader o)
    {
        var of = Quantity(o);
        return new Output(of, o.Optional("cases")?.Object(cases => Cases(cases, Bounds.Any, Bounds.Any)) ?? of.UsualCases);
    }

    /// <summary>Which number an output is about.</summary>
    public QuantityOfInterest Quantity(ObjectReader o)
    {
        var quantity = o.OneOf("impact", "acceptance", "effect", "survival", "subordination");
        switch (quantity?.Label)
        {
            case "acceptance":
                var isJoint = quantity.Node?.Text == Joint;
                return new QuantityOfInterest.OfAcceptance(isJoint ? null : quantity.Reference(stakeholders));
            case "effect":
                return new QuantityOfInterest.OfEffect(quantity.Reference(effects), (int)(o.Optional("year")?.Whole(1, horizon) ?? horizon));
            case "survival":
                return new QuantityOfInterest.OfSurvival((int)(quantity.Whole(1, horizon) ?? horizon));
            case "subordination":
                if (!quantity.Flag() && quantity.Node?.Kind == JsonValueKind.False)
                    quantity.Refuse("subordination is false but must be true, or another output.");
                return new QuantityOfInterest.OfSubordination();
            default:
                return new QuantityOfInterest.OfImpact(
                    quantity?.Reference(stakeholders) ?? "",
                    o.Optional("against")?.Word(Vocabulary.Baselines) ?? ImpactBaseline.NoDeal,
                    o.Optional("year") is { } year ? Horizon(year) : horizon);
        }
    }

    private int Horizon(Slot slot)
    {
        var expected = shortHorizon == horizon
            ? Wording.Number(horizon)
            : $"{Wording.Number(shortHorizon)} or {Wording.Number(horizon)}, the scenario's horizons";
        var year = slot.Whole(1, int.MaxValue, expected: expected);
        if (year is not null && year != horizon && year != shortHorizon)
            slot.RefuseKind(expected);

        return (int)(year ?? horizon);
    }

    public static CasesOfInterest Cases(ObjectReader o, Bounds above, Bounds below)
    {
        var side = o.OneOf("above", "below");
        var isAbove = side?.Label != "below";
        return new CasesOfInterest(isAbove, side?.Number(isAbove ? above : below) ?? double.NaN);
    }
}
