using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Holding;
using Parley.Engine.Valuing;

namespace Parley.Engine.Recomputing;

/// <summary>Nodes of the probability that the deal still holds; see <see cref="Survival"/>.</summary>
internal sealed class SurvivalNodes(BoundHazard hazard, NodeList nodes)
{
    private readonly BaseHazard chosen = new(hazard.Base);

    /// <summary>S at the end of a year ≥ 1.</summary>
    public int Survival(int year) => nodes.Once(nameof(Survival), year, 0, 0, () =>
    {
        var early = Held(BaseHazard.EarlyYears);
        return year == 1
            ? early
            : Product(Survival(year - 1), Held(year));
    });

    private int Product(int left, int right) =>
        nodes.Add([left, right], (rows, result) => ValueKernels.Multiply(rows[left], rows[right], result));

    /// <summary>1 − h of a year's period.</summary>
    private int Held(int year)
    {
        var isEarly = year <= BaseHazard.EarlyYears;
        var shift = Shift();
        var baseLogOdds = isEarly ? chosen.EarlyLogOdds : chosen.LateLogOdds;
        return nodes.Once(nameof(Held), isEarly ? 1 : 0, 0, 0, () => nodes.Add([shift], (rows, result) =>
        {
            Span<Vector256<double>> odds = stackalloc Vector256<double>[result.Length];
            HazardKernels.Hold(rows[shift], baseLogOdds, result, odds);
        }));
    }

    /// <summary>What all factors add to the annual log-odds.</summary>
    private int Shift() => nodes.Once(nameof(Shift), 0, 0, 0, () =>
    {
        int[] parts = [.. hazard.Factors.Select(Part)];
        return nodes.Add(parts, (rows, result) =>
        {
            result.Clear();
            foreach (var part in parts)
            {
                ValueKernels.Add(rows[part], result);
            }
        });
    });

    private int Part(BoundFactor factor)
    {
        var (value, ratio, faith) = (factor.LevelRow, factor.OddsRatioRow, factor.GoodFaithRow);
        return nodes.Add(faith < 0 ? [value, ratio] : [value, ratio, faith], (rows, result) =>
        {
            Span<Vector256<double>> level = stackalloc Vector256<double>[result.Length];
            HazardKernels.Level(rows[value], factor, level);
            if (faith >= 0)
            {
                ValueKernels.Multiply(level, rows[faith], level);
            }

            TensorPrimitives.Log(MemoryMarshal.Cast<Vector256<double>, double>(rows[ratio]), MemoryMarshal.Cast<Vector256<double>, double>(result));
            ValueKernels.Multiply(result, level, result);
        });
    }
}
