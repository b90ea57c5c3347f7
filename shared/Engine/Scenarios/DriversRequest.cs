namespace Parley.Engine.Scenarios;

/// <summary>What to look at when asking what drives a result.</summary>
/// <param name="Outputs">At most <see cref="MostOutputs"/>; none means the impacts against no deal of the first veto players.</param>
/// <param name="Points">Points of the sample, N: a power of two from 256 to 16,384.</param>
/// <param name="Resamples">Bootstrap resamples behind an interval, 20 to 1,000.</param>
public sealed record DriversRequest(IReadOnlyList<Output> Outputs, int Points, int Resamples)
{
    public const int MostOutputs = 4;
    public const int FewestPoints = 256;
    public const int MostPoints = 16_384;
    public const int FewestResamples = 20;
    public const int MostResamples = 1_000;

    public static DriversRequest Default { get; } = new([], 4_096, 100);
}

/// <summary>A number that a draw has.</summary>
/// <param name="Of">Which number.</param>
/// <param name="Cases">Which draws boxes should tell from the others.</param>
public sealed record Output(QuantityOfInterest Of, CasesOfInterest Cases)
{
    /// <summary>With the cases that are of interest when nobody says which.</summary>
    public Output(QuantityOfInterest of)
        : this(of, of.UsualCases)
    {
    }
}

/// <summary>The draws in which a number lies beyond a threshold.</summary>
/// <param name="Above">Strictly above it; otherwise strictly below.</param>
public sealed record CasesOfInterest(bool Above, double Threshold);
