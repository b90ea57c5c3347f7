namespace Parley.Engine.Bargaining;

/// <summary>Two actors each give way where they care less, in return for the other's giving way where they care more.</summary>
/// <param name="First">Index of the actor that moves on <paramref name="FirstGives"/>.</param>
/// <param name="Second">Index of the actor that moves on <paramref name="SecondGives"/>.</param>
/// <param name="FirstGives">Index of the issue on which the first actor moves.</param>
/// <param name="SecondGives">Index of the issue on which the second actor moves.</param>
/// <param name="FirstMovesTo">Where the first actor's position ends, 0 to 100.</param>
/// <param name="SecondMovesTo">Where the second actor's position ends, 0 to 100.</param>
/// <param name="FirstShift">Change of the outcome of the issue the first actor gives, in points.</param>
/// <param name="SecondShift">Change of the outcome of the issue the second actor gives, in points.</param>
/// <param name="Gain">What each of the two gains, in salience × points.</param>
/// <param name="Externalities">What every actor gains or loses by it, in salience × points; the two partners' is their gain.</param>
public sealed record Exchange(
    int First,
    int Second,
    int FirstGives,
    int SecondGives,
    double FirstMovesTo,
    double SecondMovesTo,
    double FirstShift,
    double SecondShift,
    double Gain,
    IReadOnlyList<double> Externalities);
