using System.Globalization;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>The page words numbers itself. Whatever it says of a number is what the engine's sentences say of it, also at the bounds between two words.</summary>
public sealed class WordsTests(Site site)
{
    /// <summary>Around each bound: on it, off it by less than the nine decimals that words hang on, and by more.</summary>
    private static readonly double[] Around = [0, 1e-12, -1e-12, 2e-9, -2e-9, 1e-6, -1e-6];

    private static readonly double[] Shares = [.. Grid(0, 1, 0.0125).Where(share => share is >= 0 and <= 1)];

    private static readonly double[] Points = [.. Grid(-31, 31, 0.05).Concat(Grid(-120, 120, 0.5))];

    private static readonly double[] Levels = [.. Grid(-3, 3, 0.005)];

    [Fact]
    public async Task A_share_is_told_as_the_engine_tells_it() =>
        Assert.Equal(Told(Shares, share => Rounded.Share(share, "").Words), await WordsOfAsync(Shares, "words.share(each)"));

    [Fact]
    public async Task A_probability_has_the_engines_word()
    {
        Assert.Equal(Told(Shares, Likelihood.ItIs), await WordsOfAsync(Shares, "words.itIs(each) + ' that'"));
        Assert.Equal(
            Told(Shares, share => Likelihood.Is(share).Replace("is ", "").Replace("has a ", "").Replace("has ", "")), await WordsOfAsync(Shares, "words.likelihood(each)"));
    }

    [Fact]
    public async Task Points_are_rounded_as_the_engine_rounds_them() =>
        Assert.Equal(Told(Points, points => Rounded.Points(new Estimate(points, 0), "").Words), await WordsOfAsync(Points, "words.points(each)"));

    [Fact]
    public async Task A_level_has_the_engines_two_decimals()
    {
        // Of nothing, a column of numbers keeps the decimals.
        var told = Told(Levels, level => Rounded.Level(level, "").Words is var words && words == "0" ? "0.00" : words);
        Assert.Equal(told, await WordsOfAsync(Levels, "words.signed(each, 2)"));
    }

    [Fact]
    public async Task Who_gains_who_loses_and_who_is_open_is_decided_by_the_engines_rule()
    {
        double[] bounds = [0, 0.05, -0.05, 2.093, -2.093, 3, -3];
        double[] values = [.. bounds.SelectMany(bound => Around.Select(off => bound + off))];
        var impacts = (from mean in values from low in values from high in values where low <= high from error in new[] { 0, 1.0 } select (double[])[mean, error, low, high]).ToArray();

        var told = await InBrowserAsync<int[]>(
            impacts, "each => ['better', 'worse', 'open', 'still'].indexOf(words.courseOf({ mean: each[0], error: each[1], low: each[2], high: each[3] }))");

        Assert.Equal(impacts.Select(each => (int)Distinguishing.Of(Impact(each[0], each[1], each[2], each[3]))), told);
        Assert.Equal(4, told.Distinct().Count());
    }

    [Fact]
    public async Task What_sampling_error_does_not_tell_apart_is_decided_by_the_engines_rule()
    {
        double[] offs = [.. new[] { 0, 0.02, 0.02 * Math.Sqrt(2), 0.02093 * 2, 0.06, 0.1 }.SelectMany(apart => Around.Select(off => apart + off))];
        var pairs = (from off in offs from error in new[] { 0, 0.02 } from sign in new[] { 1, -1 } select (double[])[0.3 + (sign * off), 0.02, 0.3, error]).ToArray();

        var told = await InBrowserAsync<bool[]>(
            pairs, "each => words.areApart({ value: each[0], standardError: each[1] }, { value: each[2], standardError: each[3] })");

        Assert.Equal(pairs.Select(each => Distinguishing.Apart(new Estimate(each[0], each[1]), new Estimate(each[2], each[3]))), told);
        Assert.Equal(2, told.Distinct().Count());
    }

    private static ImpactAgainst Impact(double mean, double error, double low, double high)
    {
        var nothing = new Estimate(0, 0);
        return new ImpactAgainst(new(mean, error), nothing, new(low, 0), new(high, 0), nothing, nothing, []);
    }

    private static IEnumerable<double> Grid(double from, double to, double step) =>
        Enumerable.Range(0, (int)Math.Round((to - from) / step) + 1).SelectMany(at => Around.Select(off => from + (at * step) + off));

    /// <summary>With the number, so that a difference says where it is.</summary>
    private static IEnumerable<string> Told(double[] numbers, Func<double, string> word) => Told(numbers, numbers.Select(word));

    private static IEnumerable<string> Told(double[] numbers, IEnumerable<string> words) =>
        numbers.Zip(words, (number, word) => $"{number.ToString("R", CultureInfo.InvariantCulture)}: {word}");

    private async Task<IEnumerable<string>> WordsOfAsync(double[] numbers, string expression) =>
        Told(numbers, (await InBrowserAsync<string[]>(numbers, $"each => {expression}")).Select(words => words.Replace('\u00a0', ' ')));

    private Task<T> InBrowserAsync<T>(object numbers, string expression) => site.OfEachAsync<T>(numbers, expression, "words", "words", "course");
}
