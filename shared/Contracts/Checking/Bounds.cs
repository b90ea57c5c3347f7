namespace Parley.Contracts.Checking;

/// <summary>Where a number may lie; the ends belong to it unless they are open.</summary>
internal sealed record Bounds(double Low, double High, bool LowIsOpen = false, bool HighIsOpen = false)
{
    /// <summary>Stands for no upper bound, far from where sums and products would overflow.</summary>
    private const double Huge = 1_000_000;

    public static Bounds Any { get; } = new(-Huge, Huge);

    public static Bounds Scale { get; } = new(0, 100);

    public static Bounds Probability { get; } = new(0, 1);

    /// <summary>The probability of something that can be.</summary>
    public static Bounds Share { get; } = new(0, 1, LowIsOpen: true);

    public static Bounds Points { get; } = new(-100, 100);

    public static Bounds NotNegative { get; } = new(0, Huge);

    public static Bounds Positive { get; } = new(0, Huge, LowIsOpen: true);

    /// <summary>Correlations, and changes of an effect.</summary>
    public static Bounds Signed { get; } = new(-1, 1);

    public static Bounds SignedInside { get; } = new(-1, 1, true, true);

    public bool Contain(double value) =>
        (LowIsOpen ? value > Low : value >= Low) && (HighIsOpen ? value < High : value <= High);

    public override string ToString()
    {
        var (low, high) = (Wording.Number(Low), Wording.Number(High));
        return (LowIsOpen, HighIsOpen) switch
        {
            (false, false) => $"from {low} to {high}",
            (true, false) => $"above {low} and up to {high}",
            (false, true) => $"from {low} to below {high}",
            (true, true) => $"above {low} and below {high}",
        };
    }
}
