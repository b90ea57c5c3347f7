using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Sampling;

/// <summary>Two scenarios with one seed share the draws of everything that they share.</summary>
public sealed class SharedDrawsTests
{
    [Fact]
    public void An_override_leaves_every_digit_of_stakeholders_who_do_not_use_it()
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 2_000));
        var changed = scenario with { Overrides = [new Override("/stakeholders/stakeholder-5/preferences/issue-4/ideal", Range(80, 90, 95))] };
        var (before, after) = (Evaluate(situation, scenario).Impacts!, Evaluate(situation, changed).Impacts!);
        foreach (var (one, other) in before.Zip(after))
        {
            if (one.Stakeholder == "stakeholder-5")
            {
                Assert.NotEqual(Json.Of(one), Json.Of(other));
            }
            else
            {
                Assert.Equal(Json.Of(one), Json.Of(other));
            }
        }
    }

    [Fact]
    public void Reordering_and_adding_stakeholders_leaves_every_digit_of_the_others()
    {
        // Only stakeholders without outcome links between them, so that nothing else changes.
        Stakeholder Party(int i) => Stakeholder($"party-{i}", Preference("issue", Range(5 * i, 10 * i, 10 * i), Range(10, 20, 60)));
        var scenario = Scenario(("issue", Range(20, 40, 90)));
        string Third(params int[] parties) => Json.Of(
            Evaluate(Situation([Issue("issue")], [.. parties.Select(Party)]), scenario).Impacts!.Single(i => i.Stakeholder == "party-3"));
        Assert.Equal(Third(3), Third(1, 2, 3, 4));
        Assert.Equal(Third(3), Third(4, 3, 1));
    }

    [Fact]
    public void Another_term_leaves_every_digit_of_stakeholders_who_do_not_care()
    {
        Stakeholder[] parties =
        [
            Stakeholder("first", Preference("one", Range(0, 10, 30), Range(10, 20, 60))),
            Stakeholder("second", Preference("two", Range(0, 10, 30), Range(10, 20, 60))),
        ];
        var situation = Situation([Issue("one"), Issue("two")], parties);
        string First(TriangularRange two) => Json.Of(Evaluate(situation, Scenario(("one", Range(20, 40, 60)), ("two", two))).Impacts![0]);
        Assert.Equal(First(Point(50)), First(Range(0, 10, 20)));
    }
}
