using Parley.Engine.Estimating;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

/// <summary>How often is said no surer than the draws are: of kinds, and of moves of a kind, the most frequent may be rare.</summary>
public sealed class StabilityWordingTests
{
    private readonly StabilityWording wording = new(new Truce().Situation());

    [Theory]
    [InlineData(0.6, 0.6, "In most draws Left would gain by a move: “left arms”; ")]
    [InlineData(0.6, 0.3, "In most draws Left would gain by a move, most often “left arms”; ")]
    [InlineData(0.4, 0.3, "In the largest group of draws Left would gain by a move, most often “left arms”; ")]
    [InlineData(0.5 + 1e-12, 0.3, "In the largest group of draws Left would gain by a move, most often “left arms”; ")]
    public void A_move_is_told_as_often_as_it_is_found(double kind, double move, string begins) => Assert.StartsWith(
        begins,
        wording.Sentence("Left", new RestraintShare(Restraint.None, new Estimate(kind, 0)), new Incentive(["left-arms"], [], new Estimate(move, 0)), true),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0.6, "In most draws Left would gain nothing by moving alone.")]
    [InlineData(0.4, "In the largest group of draws Left would gain nothing by moving alone.")]
    public void That_there_is_nothing_to_gain_is_told_as_often_as_it_is_found(double kind, string text) =>
        Assert.Equal(text, wording.Sentence("Left", new RestraintShare(Restraint.NothingToGain, new Estimate(kind, 0)), null, true));

    /// <summary>A name may be that of several.</summary>
    [Theory]
    [InlineData("One, Two and Three")]
    [InlineData("Left")]
    public void No_name_is_taken_for_one_or_for_several(string name)
    {
        var incentive = new Incentive(["left-arms"], [new SanctionStep("right", ["right-arms"], [])], new Estimate(1, 0));
        string[] told =
        [
            .. Enum.GetValues<Restraint>().Select(kind => wording.Sentence(
                name, new RestraintShare(kind, new Estimate(1, 0)), kind == Restraint.NothingToGain ? null : incentive, true)),
            wording.Sentence(name, new RestraintShare(Restraint.NothingToGain, new Estimate(1, 0)), null, false),
        ];
        Assert.All(told, text => Assert.DoesNotMatch($@"\b(its|itself|it did)\b|\bleaves? it\b|{name} (has|have|is|are|does|do)\b", text));
    }
}
