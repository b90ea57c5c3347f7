using Parley.Engine.Driving;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Driving.DrivenDocuments;

namespace Parley.Engine.Tests.Driving;

public sealed class TornadoTests
{
    [Fact]
    public void Where_values_add_up_a_swing_is_the_weight_times_the_way_between_the_quantiles()
    {
        var drivers = Only(Additive, Uncertain.Asking(1_024, Impact));
        var bar = drivers.Tornado.Single(b => b.Input.Pointer == "/terms/b");

        // Quantiles of the triangle (20, 30, 90): 1/7 of the mass lies below the mode.
        Assert.Equal(20 + Math.Sqrt(0.1 * 70 * 10), bar.LowAt!.Value, 1e-9);
        Assert.Equal(90 - Math.Sqrt(0.1 * 70 * 60), bar.HighAt!.Value, 1e-9);
        Assert.Equal(0.4 * (bar.HighAt.Value - bar.LowAt.Value), bar.Swing.Value, 1e-9);
        Assert.Equal(0, bar.Swing.StandardError, 1e-9);
        Assert.Equal(bar.High.Value - bar.Low.Value, bar.Swing.Value, 1e-9);
        Assert.InRange((bar.High.Value + bar.Low.Value) / 2, drivers.Mean.Value - 3, drivers.Mean.Value + 3);
    }

    [Fact]
    public void A_wider_judgement_swings_further_and_more_of_what_is_disliked_swings_down()
    {
        double Swing(double width) => Only(Tangled, Scenario(("a", Point(60)), ("b", Range(50 - width, 50, 50 + width))).Asking(256, Impact))
            .Tornado.Single(bar => bar.Input.Pointer == "/terms/b").Swing.Value;
        double[] swings = [Swing(5), Swing(10), Swing(20), Swing(40)];
        Assert.All(swings, swing => Assert.True(swing < 0));
        Assert.Equal(swings.OrderDescending(), swings);
    }

    [Fact]
    public void Bars_stand_in_the_order_of_their_swings_and_an_inert_input_has_none()
    {
        // A red line that is never near is read by acceptance and changes nothing.
        var party = Additive.Stakeholders[0];
        var lined = Additive with
        {
            Stakeholders = [party with { Preferences = [party.Preferences[0] with { RedLine = new RedLine(RedLineSide.AtLeast, Range(1, 2, 3), Source) }, party.Preferences[1]] }],
        };
        var drivers = Only(lined, Uncertain.Asking(256, new Output(new QuantityOfInterest.OfAcceptance("party"))));
        var swings = drivers.Tornado.Select(bar => Math.Abs(bar.Swing.Value)).ToArray();
        Assert.Equal(swings.OrderDescending(), swings);
        var line = drivers.Tornado[^1];
        Assert.Equal("/stakeholders/party/preferences/a/redLine/atLeast", line.Input.Pointer);
        Assert.Equal((0, 0), (line.Swing.Value, line.Swing.StandardError));
        Assert.Equal(default, drivers.Largest[^1].Total);
    }

    [Fact]
    public void What_follows_a_factor_has_no_quantile_of_its_own_and_the_factor_is_a_normal_score()
    {
        var tornado = Only(Tangled, Uncertain.Asking(256, Impact)).Tornado;
        Assert.Null(tornado.Single(b => b.Input.Pointer == "/stakeholders/party/preferences/a/ideal").LowAt);
        Assert.Equal(-1.2815515655446004, tornado.Single(b => b.Input.Pointer == "/factors/mood").LowAt!.Value, 1e-12);
    }

    /// <summary>Means of four blocks: 1, 2, 3, 6 low and twice as much high, of two points each.</summary>
    [Fact]
    public void The_error_of_a_mean_is_that_of_a_mean_of_blocks()
    {
        double[] low = [1, 2, 3, 6];
        var sums = new TornadoSums(2, 4, 2);
        for (var block = 0; block < 4; block++)
        {
            sums.Observe(block, 1, false, [low[block] - 0.5, low[block] + 0.5]);
            sums.Observe(block, 1, true, [2 * low[block], 2 * low[block]]);
        }

        // Deviations from 3: −2, −1, 0, 3; their squares add up to 14, over 4 · 3.
        var error = Math.Sqrt(14.0 / 12);
        Assert.Equal((3, error), (sums.Low(1).Value, sums.Low(1).StandardError));
        Assert.Equal((6, 2 * error), (sums.High(1).Value, sums.High(1).StandardError));
        Assert.Equal((3, error), (sums.Swing(1).Value, sums.Swing(1).StandardError));
        Assert.Equal((0, 0), (sums.Swing(0).Value, sums.Swing(0).StandardError));
    }
}
