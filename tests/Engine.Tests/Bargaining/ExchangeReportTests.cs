using Parley.Engine.Bargaining;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>
/// The two-actor example after Stokman &amp; Van Oosten 1994, asked for through the engine's door, with someone between the two who
/// has a position and no influence, and someone who is only affected.
/// </summary>
public sealed class ExchangeReportTests
{
    /// <summary>Rounding of a few products and quotients, in hundreds of salience × points.</summary>
    private const double Rounding = 1e-6;

    private static readonly Lazy<ExchangeReport> Only = new(() => Assert.Single(Run()));

    [Fact]
    public void Gains_stand_in_saliences_from_0_to_100_as_published() => Assert.Equal(500, Only.Value.Gain, Rounding);

    [Fact]
    public void Shifts_are_points_of_the_outcome()
    {
        Assert.Equal(100 - (6000.0 / 70), Only.Value.FirstShift, Rounding);
        Assert.Equal(-50.0 / 7, Only.Value.SecondShift, Rounding);
    }

    [Fact]
    public void Partners_and_issues_are_named_by_their_ids_and_told_by_their_names()
    {
        Assert.Equal(("north", "south", "fish", "coal"), (Only.Value.First, Only.Value.Second, Only.Value.FirstGives, Only.Value.SecondGives));
        Assert.Equal("The north would give way on “Fishing”, and The south in return on “Mining”.", Only.Value.Text);
    }

    [Fact]
    public void Who_is_no_partner_bears_what_the_outcome_moves_and_who_is_only_affected_is_left_out()
    {
        // All salience on the first issue, at its lower end: 100 a point.
        var bystander = Assert.Single(Only.Value.Externalities);
        Assert.Equal("isle", bystander.Stakeholder);
        Assert.Equal(-100 * Only.Value.FirstShift, bystander.Gain, Rounding);
    }

    private static IReadOnlyList<ExchangeReport> Run()
    {
        Stakeholder[] parties =
        [
            Stakeholder("north", Preference("fish", Point(0), Point(10)), Preference("coal", Point(0), Point(90))) with { Name = "The north" },
            Stakeholder("isle", Preference("fish", Point(0), Point(100)), Preference("coal", Point(0), Point(0))) with { Role = StakeholderRole.Influencer, Influence = Point(0) },
            Stakeholder("south", Preference("fish", Point(100), Point(60)), Preference("coal", Point(100), Point(50))) with { Name = "The south" },
            Stakeholder("west", Preference("fish", Point(50), Point(50)), Preference("coal", Point(50), Point(50))) with { Role = StakeholderRole.Affected },
        ];
        var situation = Build.Situation([Issue("fish") with { Name = "Fishing" }, Issue("coal") with { Name = "Mining" }], parties);
        return Evaluate(situation, Scenario() with { Analyses = [Analysis.Bargaining] }).Bargaining!.Exchanges;
    }
}
