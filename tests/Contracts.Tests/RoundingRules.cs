using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Engine.Narrating;

namespace Parley.Contracts.Tests;

/// <summary>The rounding that the contract documents, written from its text alone.</summary>
internal static partial class RoundingRules
{
    /// <summary>Half a unit of the last place, and what a double cannot hold of it.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Null when the words say what the number is, else what is wrong.</summary>
    /// <param name="at">What stands at a pointer.</param>
    public static string? Fault(Figure figure, Func<string, JsonElement> at) => Fault(figure, at(figure.Pointer), at);

    private static string? Fault(Figure figure, JsonElement pointed, Func<string, JsonElement> at) => pointed.ValueKind switch
    {
        JsonValueKind.String => pointed.GetString() == figure.Words ? null : $"points at “{pointed}”",
        JsonValueKind.Number => Says(figure, pointed.GetDouble(), at) ? null : $"points at {pointed}",
        _ => $"points at {pointed.ValueKind}",
    };

    /// <summary>How a number is told depends on where it stands, never on how the words look.</summary>
    private static bool Says(Figure figure, double number, Func<string, JsonElement> at) => figure.Pointer switch
    {
        var place when Whole().IsMatch(place) => figure.Words == number.ToString(CultureInfo.InvariantCulture),
        var place when Shares().IsMatch(place) => Share(figure.Words, number),
        var place when Points().IsMatch(place) => IsPoints(figure.Words, number),
        var place when Levels().IsMatch(place) => IsLevel(figure.Words, number),
        var place when Distances().IsMatch(place) => IsRounded(figure.Words, number, 2, ""),
        var place when Swings().Match(place) is { Success: true } swing => at($"{swing.Groups["output"].Value}/output").TryGetProperty("impact", out _)
            ? IsPoints(figure.Words, number) && figure.Words is "0" or ['+' or '−', ..]
            : IsLevel(figure.Words, number),
        var place when Terms().Match(place) is { Success: true } term => IsRounded(figure.Words, number, Move(term.Groups["move"].Value, at) < 1.5 ? 1 : 0, ""),
        _ => false,
    };

    /// <summary>One decimal below 10 and none above, with its sign or, where a verb gives it, without; what would be nothing is so called.</summary>
    private static bool IsPoints(string words, double number) => words is "under 0.1" or "0"
        ? Math.Abs(number) < 0.05
        : IsPoints(words, number, "") || IsPoints(words, number, Sign(number));

    private static bool IsPoints(string words, double number, string sign) => Math.Abs(number) switch
    {
        < 0.05 - Rounding => false,
        < 9.95 - Rounding => IsRounded(words, number, 1, sign),
        > 9.95 + Rounding => IsRounded(words, number, 0, sign),
        _ => IsRounded(words, number, 1, sign) || IsRounded(words, number, 0, sign),
    };

    /// <summary>Always with its sign; 0 where that would be all.</summary>
    private static bool IsLevel(string words, double number) => words == "0" ? Math.Abs(number) < 0.005 : Math.Abs(number) >= 0.005 - Rounding && IsRounded(words, number, 2, Sign(number));

    private static bool IsRounded(string words, double number, int places, string sign) =>
        words.StartsWith(sign, StringComparison.Ordinal)
        && Decimal().Match(words[sign.Length..]) is { Success: true } match
        && match.Groups["decimals"].Length == places
        && Math.Abs(Math.Abs(number) - double.Parse(match.Value, CultureInfo.InvariantCulture)) <= (0.5 * Math.Pow(10, -places)) + Rounding;

    private static string Sign(double number) => number < 0 ? "−" : "+";

    private static double Move(string move, Func<string, JsonElement> at) => Math.Abs(at($"{move}/from").GetDouble() - at($"{move}/to").GetDouble());

    private static bool Share(string words, double share) => words switch
    {
        "none of the draws" or "none of the fresh draws" => share == 0,
        "all of the draws" or "all of the fresh draws" => share == 1,
        "under 5 %" => share < 0.05,
        "over 95 %" => share > 0.95,
        _ => share is >= 0.05 - Rounding and <= 0.95 + Rounding
            && AboutPercent().Match(words) is { Success: true } match
            && int.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture) is var percent
            && percent % 5 == 0
            && Math.Abs((share * 100) - percent) <= 2.5 + Rounding,
    };

    [GeneratedRegex("^[0-9]+(?:[.](?<decimals>[0-9]+))?$")]
    private static partial Regex Decimal();

    [GeneratedRegex("^about (?<percent>[0-9]+) %$")]
    private static partial Regex AboutPercent();

    [GeneratedRegex("^/(horizon|shortHorizon|measures/outcomePair/(short|long)/year)$")]
    private static partial Regex Whole();

    [GeneratedRegex("""
        ^/acceptance/(joint|stakeholders/[^/]+/(probability|(blocking|redLines)/[^/]+/share))/value$
        |^/impacts/[^/]+/(noDeal|statusQuo)/probabilityOfGain/value$
        |^/durability/((short|long)/(baseRate|(mean|low80|high80)/value)|factors/[0-9]+/level/value)$
        |^/measures/(outcomePair/(both|shortOnly|longOnly|neither)|subordination/probabilityCloserToPrincipals|legality/tests/[^/]+/lawful)/value$
        |^/stability/(deal/joint/(nash|seq)|mostStable/[0-9]+/joint/seq|compliance/[^/]+/restraints/nothingToGain)/value$
        |^/bargaining/outcomes/[^/]+/(found|acceptance/joint)/value$
        |^/drivers/outputs/[0-9]+/(interactions|largest/[0-9]+/total)/value$
        |^/counterOffers/.*/acceptance/(joint|stakeholders/[^/]+/probability)/(fixedDraws|freshDraws)/value$
        |^/counterOffers/confidence$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shares();

    [GeneratedRegex("""
        ^/impacts/[^/]+/(noDeal|statusQuo)/(mean|low80|high80|shortHorizonMean|contributions/[0-9]+/mean)/value$
        |^/bargaining/(blocking/gap|spreads/[^/]+/(lowest|highest)|outcomes/[^/]+/issues/[^/]+/atModes)$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Points();

    [GeneratedRegex("^/effects/[^/]+/((short|long)/mean|againstNoDeal|paths/[0-9]+/contribution)/value$|^/measures/outcomePair/(short|long)/threshold$")]
    private static partial Regex Levels();

    [GeneratedRegex("^/measures/subordination/(principals|others)Mean/value$")]
    private static partial Regex Distances();

    [GeneratedRegex("^(?<output>/drivers/outputs/[0-9]+)/tornado/[0-9]+/swing/value$")]
    private static partial Regex Swings();

    [GeneratedRegex("^(?<move>/counterOffers/.*/moves/[^/]+)/(from|to)$")]
    private static partial Regex Terms();
}
