using Parley.Engine.Estimating;

namespace Parley.Engine.Comparing;

/// <summary>What a difference of points says about an order.</summary>
internal static class Order
{
    /// <summary>97.5 % quantile of Student's t with 19 degrees of freedom, for the 20 blocks of a sample.</summary>
    private const double Student = 2.093024054408263;

    private const double Rounding = 1e-12 * ComparedQuantities.Points;

    /// <summary>1 where the difference is above 0, −1 below, 0 where it is no more than rounding.</summary>
    public static int Of(Estimate difference) => Math.Abs(difference.Value) <= Rounding ? 0 : Math.Sign(difference.Value);

    /// <summary>True when there is an order, and the 95 % interval leaves 0 out.</summary>
    public static bool IsDecided(Estimate difference) =>
        Of(difference) != 0 && Math.Abs(difference.Value) > Student * difference.StandardError;

    /// <summary>Null where the two agree, or one of them knows no order.</summary>
    public static ReversalVerdict? Reversal(Estimate one, Estimate other) => Of(one) * Of(other) >= 0 ? null
        : IsDecided(one) && IsDecided(other) ? ReversalVerdict.Reversed
        : ReversalVerdict.Undecided;
}
