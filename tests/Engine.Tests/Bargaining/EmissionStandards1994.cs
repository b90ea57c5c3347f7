using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>
/// The date of emission standards for medium-sized cars in the European Community, in years (4 to 10): Bueno de Mesquita
/// 1994, as tabulated by Scholz, Calbert &amp; Smith 2011, Journal of Theoretical Politics 23, table 1.
/// </summary>
internal static class EmissionStandards1994
{
    private const double FirstYear = 4;
    private const double Years = 6;

    private static readonly (double Capability, double Year, double Salience)[] Actors =
    [
        (0.08, 4, 80), // Netherlands
        (0.08, 7, 40), // Belgium
        (0.03, 4, 20), // Luxembourg
        (0.16, 4, 80), // Germany
        (0.16, 10, 60), // France
        (0.16, 10, 60), // Italy
        (0.16, 10, 90), // United Kingdom
        (0.05, 7, 10), // Ireland
        (0.05, 4, 100), // Denmark
        (0.08, 7, 70), // Greece
    ];

    public static BargainingTable Table { get; } = Tables.Of(
        [.. Actors.Select(actor => actor.Capability)],
        [.. Actors.Select(actor => new[] { actor.Salience })],
        [.. Actors.Select(actor => new[] { 100 * (actor.Year - FirstYear) / Years })]);

    public static double ToYears(double position) => FirstYear + (Years * position / 100);

    /// <summary>Votes for one date minus votes for another: Σ c·s·(distance to the other − distance to the one), in years.</summary>
    public static double Votes(double one, double other) => Actors.Sum(
        actor => actor.Capability * actor.Salience * (Math.Abs(other - actor.Year) - Math.Abs(one - actor.Year)));
}
