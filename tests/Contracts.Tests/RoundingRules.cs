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

    private static bool Says(Figure figure, double number, Func<string, JsonElement> at)
    {
        if (figure.Words.EndsWith('%'))
            return Share(figure.Words, number);
        if (figure.Words == "under 0.1")
            return Math.Abs(number) < 0.05;
        if (Whole().IsMatch(figure.Pointer))
            return figure.Words == number.ToString(CultureInfo.InvariantCulture);

        var match = Decimal().Match(figure.Words);
        if (!match.Success || (match.Groups["sign"].Value, Math.Sign(number)) is ("+", < 0) or ("−", > 0))
            return false;

        var places = match.Groups["decimals"].Length;
        var apart = Math.Abs(Math.Abs(number) - double.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture));
        return Places(figure, number, places, at) && apart <= (0.5 * Math.Pow(10, -places)) + Rounding;
    }

    /// <summary>Terms of offers are whole, or have a decimal where the move is shorter than 1.5. Levels and distances have two decimals, points one below 10 and none above; what would be nothing is 0.</summary>
    private static bool Places(Figure figure, double number, int places, Func<string, JsonElement> at) => TwoDecimals().IsMatch(figure.Pointer)
        ? places == 2 || (figure.Words == "0" && Math.Abs(number) < 0.005)
        : Term().Match(figure.Pointer) is { Success: true } term ? places == (Move(term.Groups["move"].Value, at) < 1.5 ? 1 : 0)
        : places == 1 ? Math.Abs(number) < 9.95 + Rounding : places == 0 && (Math.Abs(number) >= 9.95 - Rounding || Math.Abs(number) < 0.05);

    private static double Move(string move, Func<string, JsonElement> at) => Math.Abs(at($"{move}/from").GetDouble() - at($"{move}/to").GetDouble());

    private static bool Share(string words, double share) => words switch
    {
        "under 5 %" => share < 0.05,
        "over 95 %" => share > 0.95,
        _ => share is >= 0.05 - Rounding and <= 0.95 + Rounding
            && AboutPercent().Match(words) is { Success: true } match
            && int.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture) is var percent
            && percent % 5 == 0
            && Math.Abs((share * 100) - percent) <= 2.5 + Rounding,
    };

    [GeneratedRegex("^(?<sign>[+−]?)(?<digits>[0-9]+(?:[.](?<decimals>[0-9]+))?)$")]
    private static partial Regex Decimal();

    [GeneratedRegex("^about (?<percent>[0-9]+) %$")]
    private static partial Regex AboutPercent();

    [GeneratedRegex("^/effects/|^/measures/")]
    private static partial Regex TwoDecimals();

    [GeneratedRegex("^(?<move>/counterOffers/.*/moves/[^/]+)/(from|to)$")]
    private static partial Regex Term();

    [GeneratedRegex("[hH]orizon$|/year$")]
    private static partial Regex Whole();
}
