using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

public sealed class BargainingGameTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void What_two_issues_are_worth_together_counts_against_what_that_is_without_an_agreement()
    {
        var game = Games.Of([[0.5, 0]], [[100, 100]], [0.1]);
        game.LossAversion[0] = 2;
        game.Interactions.Add(new ValuedTogether(0, 0, 1, 0.4, 0.3));
        var gains = new double[1];

        game.Gains([80, 50], gains);
        Assert.Equal(-0.1 + (0.5 * 0.8) + (0.4 * ((0.8 * 0.5) - 0.3)), gains[0], Rounding);
        game.Gains([80, 20], gains);
        Assert.Equal(-0.1 + (0.5 * 0.8) + (0.4 * 2 * ((0.8 * 0.2) - 0.3)), gains[0], Rounding);
    }

    [Fact]
    public void Some_players_alone_gain_as_they_do_among_all_and_keep_their_red_lines() => Gen.Select(Games.Bent, Gen.Double[0, 100].Array[18]).Sample(
        (game, numbers) =>
        {
            for (var at = 0; at < game.Players * game.Issues; at++)
            {
                (game.AtLeast[at], game.AtMost[at]) = (numbers[at % 18] / 4, 100 - (numbers[(at + 7) % 18] / 4));
            }

            game.Interactions.Add(new ValuedTogether(game.Players - 1, 0, game.Issues - 1, 0.3, 0.2));
            int[] some = [game.Players - 1, 0];
            var alone = game.Among(some);
            var (all, those) = (new double[game.Players], new double[2]);
            game.Gains(numbers.AsSpan(0, game.Issues), all);
            alone.Gains(numbers.AsSpan(0, game.Issues), those);
            Assert.Equal(some.Select(i => all[i]), those);
            for (var k = 0; k < game.Issues; k++)
            {
                Assert.Equal(some.Max(i => game.AtLeast[(i * game.Issues) + k]), alone.Low(k));
                Assert.Equal(some.Min(i => game.AtMost[(i * game.Issues) + k]), alone.High(k));
            }

            Assert.Equal(some.Select(i => game.Power[i]), alone.Power.ToArray());
        },
        iter: Effort.Of(100));
}
