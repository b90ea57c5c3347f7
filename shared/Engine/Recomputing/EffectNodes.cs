using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Following;
using Parley.Engine.Valuing;

namespace Parley.Engine.Recomputing;

/// <summary>Nodes of effects by year in every world, and of the totals that are causes of effects; see <see cref="EffectWeb"/>.</summary>
internal sealed class EffectNodes(Model model, NodeList nodes, ValueNodes values, CauseNodes causes)
{
    private readonly EffectSchedule schedule = new(model);
    private readonly IReadOnlyList<int>[] incoming =
        [.. model.Effects.Select((_, e) => Enumerable.Range(0, model.Links.Count).Where(l => model.Links[l].To == e).ToArray())];

    /// <summary>An effect's level in a world and year.</summary>
    public int Level(int world, int effect, int year)
    {
        if (year <= 0)
        {
            return nodes.Zero;
        }

        var settled = Math.Min(year, schedule.Settled(effect));
        return nodes.Once(nameof(Level), world, effect, settled, () =>
        {
            var parts = incoming[effect].Where(l => Felt(model.Links[l], settled)).Select(l => PartOf(model.Links[l], world, settled))
                .Where(part => part.Row != nodes.Zero).ToArray();
            return parts.Length == 0 ? nodes.Zero : nodes.Add(Sources(parts), (rows, result) => Saturate(rows, parts, result));
        });
    }

    /// <summary>A stakeholder's total value in a world and year: see <see cref="OutcomeValues"/>.</summary>
    public int Total(int world, int stakeholder, int year)
    {
        var settled = Math.Clamp(year, 0, schedule.OutcomeSettled(stakeholder));
        return nodes.Once(nameof(Total), world, stakeholder, settled, () => AddTotal(world, stakeholder, settled));
    }

    private int AddTotal(int world, int stakeholder, int year)
    {
        var of = model.Stakeholders[stakeholder];
        var inverse = values.InverseWeight(stakeholder);
        Stake[] stakes =
        [
            .. of.Preferences.Select(p => new Stake(values.Partial(p, world), p.SalienceRow, 0, 1)),
            .. of.Interactions.Select(i => new Stake(values.Interaction(of, i, world), i.WeightRow, 0, 1)),
            .. of.Effects.Select(e => new Stake(Level(world, e.Target, year), e.WeightRow, 0.5, 0.5 * e.Sign)),
            .. of.Outcomes.Select(o => new Stake(Total(world, o.Target, year), o.WeightRow, o.Sign > 0 ? 0 : 1, o.Sign)),
        ];
        return nodes.Add(
            [inverse, .. stakes.SelectMany(s => new[] { s.Row, s.Weight })],
            (rows, result) => AddUp(rows, stakes, rows[inverse], result));
    }

    private static bool Felt(BoundLink link, int year) =>
        link.Kind is LinkKind.Effect or LinkKind.Outcome ? year > link.Delay : year >= link.Delay;

    private Part PartOf(BoundLink link, int world, int year)
    {
        var input = link.Kind switch
        {
            LinkKind.Effect => Level(world, link.Source, year - link.Delay),
            LinkKind.Outcome => causes.Difference(Total(world, link.Source, year - link.Delay), Total(Model.StatusQuo, link.Source, 0)),
            _ => causes.Input(link, world),
        };

        // Thresholds are never below 0, so what is 0 stays 0 behind them.
        return input == nodes.Zero || link.ThresholdRow < 0 ? new Part(input, link.WeightRow) : new Part(Ramped(link, input), link.WeightRow);
    }

    private int Ramped(BoundLink link, int input)
    {
        var (threshold, width) = (link.ThresholdRow, link.Width);
        return nodes.Once($"{nameof(Ramped)} {link.Link.Id}", input, 0, 0, () => nodes.Add([input, threshold], (rows, result) =>
        {
            rows[input].CopyTo(result);
            LinkKernels.Ramp(rows[threshold], width, result);
        }));
    }

    private static int[] Sources(Part[] parts) => [.. parts.SelectMany(part => new[] { part.Row, part.Weight })];

    private static void Saturate(GraphRows rows, Part[] parts, Span<Vector256<double>> level)
    {
        level.Clear();
        foreach (var part in parts)
        {
            ValueKernels.AddScaled(rows[part.Row], rows[part.Weight], level);
        }

        var numbers = MemoryMarshal.Cast<Vector256<double>, double>(level);
        TensorPrimitives.Tanh(numbers, numbers);
    }

    private static void AddUp(GraphRows rows, Stake[] stakes, ReadOnlySpan<Vector256<double>> inverse, Span<Vector256<double>> total)
    {
        total.Clear();
        foreach (var stake in stakes)
        {
            var value = rows[stake.Row];
            var weight = rows[stake.Weight];
            var (offset, slope) = (Vector256.Create(stake.Offset), Vector256.Create(stake.Slope));
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += weight[i] * inverse[i] * (offset + (slope * value[i]));
            }
        }
    }

    /// <summary>What a link adds to a score: a row times its weight.</summary>
    private readonly record struct Part(int Row, int Weight);

    /// <summary>Part of a total: weight·(offset + slope·row).</summary>
    private readonly record struct Stake(int Row, int Weight, double Offset, double Slope);
}
