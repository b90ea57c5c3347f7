using System.Globalization;
using System.Text.Json.Nodes;

namespace Parley.Page.Tests.Running;

/// <summary>Reading the interface's answers, for comparison with what is shown.</summary>
internal static class Reading
{
    public static double Value(this JsonNode? estimate) => estimate!["value"]!.GetValue<double>();

    public static double Number(this JsonNode? number) => number!.GetValue<double>();

    public static IEnumerable<KeyValuePair<string, JsonNode>> Members(this JsonNode? node) =>
        node!.AsObject().Select(each => KeyValuePair.Create(each.Key, each.Value!));

    public static IEnumerable<JsonNode> Items(this JsonNode? node) => node!.AsArray().Select(each => each!);

    /// <summary>A probability as the page tells it.</summary>
    public static string Share(double value) =>
        value < 0.05 ? "under 5\u00a0%" : value > 0.95 ? "over 95\u00a0%" : $"about {5 * Math.Round(value * 20, MidpointRounding.AwayFromZero)}\u00a0%";

    /// <summary>A share of the draws at the end of a sentence; of all draws and of none it is said so.</summary>
    public static string InDraws(double value, int draws) =>
        Plainly(value, draws) ?? $"in {Share(value)} of the draws";

    /// <summary>In a word where there is no room for the number of draws.</summary>
    public static string ShareOrNone(double value) => Math.Round(value, 9) switch { 0 => "no draw", 1 => "every draw", _ => Share(value) };

    private static string? Plainly(double value, int draws) => Math.Round(value, 9) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"in none of {draws:N0} draws"),
        1 => string.Create(CultureInfo.InvariantCulture, $"in every one of {draws:N0} draws"),
        _ => null,
    };
}
