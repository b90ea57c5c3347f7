using CsCheck;
using Parley.Engine.Estimating;
using Parley.Engine.Narrating;

namespace Parley.Engine.Tests.Narrating;

public class LikelihoodTests
{
    /// <summary>ICD 203: the word, and the percentages between which it is used.</summary>
    public static TheoryData<string, double, double> Scale { get; } = new()
    {
        { "There is almost no chance that", 0, 5 },
        { "It is very unlikely that", 5, 20 },
        { "It is unlikely that", 20, 45 },
        { "There is a roughly even chance that", 45, 55 },
        { "It is likely that", 55, 80 },
        { "It is very likely that", 80, 95 },
        { "It is almost certain that", 95, 100 },
    };

    [Theory]
    [MemberData(nameof(Scale))]
    public void A_word_is_used_between_its_bounds_of_the_published_scale(string words, double low, double high)
    {
        // A printed number is rounded to 5 %, so that within 2.5 of a bound the neighbour's word may stand.
        for (var percent = low + 2.5001; percent < high - 2.5001; percent += 0.1)
        {
            Assert.Equal(words, Likelihood.ItIs(percent / 100));
        }

        Assert.Equal(words, Likelihood.ItIs((low + high) / 200));
    }

    [Fact]
    public void The_word_follows_from_the_number_that_is_printed() => Gen.Double[0, 1].Select(Gen.Double[0, 1]).Sample((one, other) =>
    {
        if (Rounded.Share(one, "").Words == Rounded.Share(other, "").Words)
        {
            Assert.Equal(Likelihood.ItIs(one), Likelihood.ItIs(other));
            Assert.Equal(Likelihood.Is(one), Likelihood.Is(other));
        }
    });

    [Fact]
    public void A_share_is_never_printed_as_0_or_100() => Gen.Double[0, 1].Sample(share =>
        Assert.DoesNotMatch("(?<![0-9])(0|100) %", Rounded.Share(share, "").Words));

    [Theory]
    [InlineData(0, "under 5 %")]
    [InlineData(0.049, "under 5 %")]
    [InlineData(0.05, "about 5 %")]
    [InlineData(0.349, "about 35 %")]
    [InlineData(0.95, "about 95 %")]
    [InlineData(0.9501, "over 95 %")]
    [InlineData(1, "over 95 %")]
    public void A_share_is_rounded_to_five_per_cent_and_left_open_at_the_ends(double share, string words) =>
        Assert.Equal(words, Rounded.Share(share, "").Words);

    [Theory]
    [InlineData(0, "in none of the draws", "in none of the draws")]
    [InlineData(1e-6, "under 5 %", "in under 5 % of the draws")]
    [InlineData(0.4, "about 40 %", "in about 40 % of the draws")]
    [InlineData(1 - 1e-6, "over 95 %", "in over 95 % of the draws")]
    [InlineData(1, "in all of the draws", "in all of the draws")]
    public void What_no_draw_shows_or_every_one_is_said_just_so_whatever_the_last_digits(double share, string words, string sentence) => Assert.All(
        new[] { -1e-12, 0, 1e-12 },
        digits => Assert.Equal((words, sentence), (Rounded.Draws(new Estimate(share + digits, 0), "").Text, Rounded.InDraws(new Estimate(share + digits, 0), "").Text)));

    /// <summary>Sums in another order, as wider vectors make them, end in other digits.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.075)]
    [InlineData(0.425)]
    [InlineData(0.95)]
    public void Words_do_not_hang_on_the_last_digits(double bound)
    {
        var estimates = new[] { -1e-14, 0, 1e-14 }.Select(rounding => new Estimate(bound + rounding, 0)).ToArray();
        string Of(Func<Estimate, Figure> told) => Assert.Single(estimates.Select(estimate => told(estimate).Words).Distinct());
        Assert.Equal($"about {5 * Math.Round(bound * 20, MidpointRounding.AwayFromZero)} %", Of(share => Rounded.Share(share, "")));
        Of(points => Rounded.Points(points, ""));
        Of(points => Rounded.Size(points with { Value = points.Value * 10 }, ""));
        Of(points => Rounded.Size(points with { Value = points.Value + 9.9 }, "")); // 9.95: with a decimal, or without.
        Of(level => Rounded.Level(level, ""));
        Of(level => Rounded.Level(level with { Value = level.Value / 10 }, ""));
        Assert.Single(estimates.Select(share => Likelihood.ItIs(share.Value)).Distinct());
    }

    [Fact]
    public void Unlikely_and_likely_are_mirror_images()
    {
        string[] down = ["has almost no chance", "is very unlikely", "is unlikely", "has a roughly even chance"];
        string[] up = ["is almost certain", "is very likely", "is likely", "has a roughly even chance"];
        for (var percent = 0; percent <= 100; percent += 5)
        {
            var mirrored = Likelihood.Is((100 - percent) / 100.0);
            Assert.Equal(Array.IndexOf(down, Likelihood.Is(percent / 100.0)), percent <= 55 ? Array.IndexOf(up, mirrored) : -1);
        }
    }
}
