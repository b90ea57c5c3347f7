using System.Globalization;
using Parley.Engine.Estimating;

namespace Parley.Engine.Narrating;

/// <summary>Numbers as they stand in sentences; a reader finds the rest of the digits at the pointer.</summary>
internal static class Rounded
{
    private const double SmallestPoints = 0.05;
    private const double SmallestLevel = 0.005;

    /// <summary>A probability or a share: to 5 %, and never 0 or 100, since a sample shows neither.</summary>
    public static Figure Share(double share, string pointer) => new(Share(share), pointer);

    /// <inheritdoc cref="Share(double, string)"/>
    public static Figure Share(Estimate share, string pointer) => Share(share.Value, Pointers.Value(pointer));

    /// <summary>
    /// A share of draws: as above, but what none of the draws or all of them show is said just so, since nothing was rounded. It says
    /// nothing of what further draws would show.
    /// </summary>
    /// <param name="before">Words before a share that is neither, such as "in ".</param>
    /// <param name="after">Words after it, such as " of the draws".</param>
    /// <param name="draws">Which draws.</param>
    public static Phrase Draws(Estimate share, string pointer, string before = "", string after = "", string draws = "the draws") =>
        Settled.Of(share) switch
        {
            0 => Phrase.Of($"in {new Figure($"none of {draws}", Pointers.Value(pointer))}"),
            1 => Phrase.Of($"in {new Figure($"all of {draws}", Pointers.Value(pointer))}"),
            _ => Phrase.Of($"{before}{Share(share, pointer)}{after}"),
        };

    /// <summary>The same within a sentence: "in about 40 % of the draws", "in none of the draws".</summary>
    public static Phrase InDraws(Estimate share, string pointer, string draws = "the draws") => Draws(share, pointer, "in ", $" of {draws}", draws);

    /// <summary>True when not all of these shares of draws are printed alike, so that there is an order to speak of.</summary>
    public static bool Differ(IEnumerable<Estimate> shares) => shares.Select(share => Draws(share, "").Text).Distinct().Skip(1).Any();

    /// <summary>How many points, without a sign: one decimal below 10, whole from there on.</summary>
    public static Figure Size(double points, string pointer) => new(Size(points), pointer);

    /// <inheritdoc cref="Size(double, string)"/>
    public static Figure Size(Estimate points, string pointer) => Size(points.Value, Pointers.Value(pointer));

    /// <summary>The same for an end of a range, which may be 0.</summary>
    public static Figure End(double points, string pointer) => new(Math.Abs(Settled.Of(points)) >= SmallestPoints ? Size(points) : "0", pointer);

    /// <inheritdoc cref="End(double, string)"/>
    public static Figure End(Estimate points, string pointer) => End(points.Value, Pointers.Value(pointer));

    /// <summary>Points with their sign, rounded alike; 0 where nothing would be left.</summary>
    public static Figure Points(Estimate points, string pointer) =>
        new(Shows(points) ? Sign(points.Value) + Size(points.Value) : "0", Pointers.Value(pointer));

    /// <summary>A change of an effect's level, or its threshold, with its sign and two decimals; 0 where nothing would be left.</summary>
    public static Figure Level(double level, string pointer) => new(
        Math.Abs(Settled.Of(level)) < SmallestLevel ? "0" : Sign(level) + Decimals(level, 2), pointer);

    /// <inheritdoc cref="Level(double, string)"/>
    public static Figure Level(Estimate level, string pointer) => Level(level.Value, Pointers.Value(pointer));

    /// <summary>A distance in scale lengths, 0 to 1, with two decimals.</summary>
    public static Figure Distance(Estimate distance, string pointer) => new(Decimals(distance.Value, 2), Pointers.Value(pointer));

    /// <summary>A value of an issue beside the one that it moves to or from: whole, with a decimal where they are close.</summary>
    public static Figure Place(double place, double other, string pointer) =>
        new(Decimals(place, Math.Abs(Settled.Of(place - other)) < 1.5 ? 1 : 0), pointer);

    /// <summary>A number that is whole.</summary>
    public static Figure Whole(int number, string pointer) => new(number.ToString(CultureInfo.InvariantCulture), pointer);

    /// <summary>True for what is printed as "under 5 %" or "over 95 %".</summary>
    public static bool IsExtreme(double share) => Settled.Of(share) is < 0.05 or > 0.95;

    /// <summary>In percent, to the nearest 5.</summary>
    public static double Percent(double share) => 5 * Math.Round(Settled.Of(share * 20), MidpointRounding.AwayFromZero);

    /// <summary>False for points of which one decimal would leave nothing.</summary>
    public static bool Shows(Estimate points) => Settled.Size(points) >= SmallestPoints;

    /// <summary>False for a level of which two decimals would leave nothing.</summary>
    public static bool ShowsLevel(Estimate level) => Settled.Size(level) >= SmallestLevel;

    private static string Share(double share) =>
        !IsExtreme(share) ? string.Create(CultureInfo.InvariantCulture, $"about {Percent(share):0} %") : share < 0.5 ? "under 5 %" : "over 95 %";

    private static string Size(double points) => Math.Abs(Settled.Of(points)) switch
    {
        < SmallestPoints => "under 0.1",
        < 9.95 => Decimals(points, 1),
        _ => Decimals(points, 0),
    };

    private static string Decimals(double number, int decimals) =>
        Math.Round(Math.Abs(Settled.Of(number)), decimals, MidpointRounding.AwayFromZero).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    private static string Sign(double number) => number < 0 ? "−" : "+";
}
