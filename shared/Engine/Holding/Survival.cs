using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Sampling;

namespace Parley.Engine.Holding;

/// <summary>
/// The deal's survival in every draw: a discrete-time logit hazard (Allison 1982, Sociological Methodology 13, 61–98),
/// logit h = logit h₀ + Σ z·ln OR, S(t) = Π(1 − h), where z in [0, 1] is how much of a factor there is.
/// </summary>
internal sealed class Survival
{
    private const int Early = 0;
    private const int Late = 1;

    private readonly BoundHazard hazard;
    private readonly BaseHazard chosen;
    private readonly int years;
    private readonly DrawMatrix levels;
    private readonly DrawMatrix parts;
    private readonly DrawMatrix shift = new(1);
    private readonly DrawMatrix held = new(2);
    private readonly DrawMatrix hazards = new(2);
    private readonly DrawMatrix curve;

    public Survival(BoundHazard hazard, BaseHazard chosen, int years)
    {
        this.hazard = hazard;
        this.chosen = chosen;
        this.years = years;
        levels = new DrawMatrix(hazard.Factors.Count);
        parts = new DrawMatrix(hazard.Factors.Count);
        curve = new DrawMatrix(years);
    }

    /// <summary>How much of a factor there is, 0 to 1.</summary>
    public ReadOnlySpan<double> Level(int factor) => levels.Numbers(factor);

    /// <summary>What a factor adds to the annual log-odds.</summary>
    public ReadOnlySpan<double> Part(int factor) => parts.Numbers(factor);

    /// <summary>What all factors add to the annual log-odds.</summary>
    public ReadOnlySpan<double> Shift => shift.Numbers(0);

    /// <summary>h in a year.</summary>
    public ReadOnlySpan<double> Hazard(int year) => hazards.Numbers(Period(year));

    /// <summary>S at the end of a year ≥ 1.</summary>
    public ReadOnlySpan<double> Curve(int year) => curve.Numbers(year - 1);

    public void Compute(DrawMatrix draws)
    {
        levels.Draws = parts.Draws = shift.Draws = held.Draws = hazards.Draws = curve.Draws = draws.Draws;
        shift[0].Clear();
        for (var f = 0; f < hazard.Factors.Count; f++)
        {
            Weigh(draws, hazard.Factors[f], levels[f]);
            TensorPrimitives.Log(Doubles(draws[hazard.Factors[f].OddsRatioRow]), Doubles(parts[f]));
            TensorPrimitives.Multiply(Doubles(parts[f]), Doubles(levels[f]), Doubles(parts[f]));
            TensorPrimitives.Add(Doubles(shift[0]), Doubles(parts[f]), Doubles(shift[0]));
        }

        Hold(chosen.EarlyLogOdds, Early);
        Hold(chosen.LateLogOdds, Late);
        held[Early].CopyTo(curve[0]);
        for (var year = 2; year <= years; year++)
        {
            TensorPrimitives.Multiply(Doubles(curve[year - 2]), Doubles(held[Period(year)]), Doubles(curve[year - 1]));
        }
    }

    private static void Weigh(DrawMatrix draws, BoundFactor factor, Span<Vector256<double>> level)
    {
        HazardKernels.Level(draws[factor.LevelRow], factor, level);
        if (factor.GoodFaithRow >= 0)
        {
            TensorPrimitives.Multiply(Doubles(level), Doubles(draws[factor.GoodFaithRow]), Doubles(level));
        }
    }

    private void Hold(double baseLogOdds, int period) => HazardKernels.Hold(shift[0], baseLogOdds, held[period], hazards[period]);

    private static int Period(int year) => year <= BaseHazard.EarlyYears ? Early : Late;

    private static Span<double> Doubles(Span<Vector256<double>> row) => MemoryMarshal.Cast<Vector256<double>, double>(row);
}
