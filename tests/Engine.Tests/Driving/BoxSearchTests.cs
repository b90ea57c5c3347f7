using Parley.Engine.Driving;
using Parley.Engine.Scenarios;
using static Parley.Engine.Tests.Driving.DrivenDocuments;

namespace Parley.Engine.Tests.Driving;

public sealed class BoxSearchTests
{
    /// <summary>The impact is 0.6·a + 0.4·b − 50 points, so that high impacts lie where both terms are high.</summary>
    private static BoxesReport HighImpacts { get; } =
        Only(Additive, Uncertain.Asking(4_096, Impact with { Cases = new CasesOfInterest(true, 10) })).Boxes.Value!;

    [Fact]
    public void A_box_of_high_impacts_asks_for_high_terms()
    {
        var box = HighImpacts.Boxes[0];
        Assert.All(box.Limits, limit => Assert.StartsWith("/terms/", limit.Input.Pointer, StringComparison.Ordinal));
        Assert.Contains(box.Limits, limit => limit.Input.Pointer == "/terms/a" && limit.Low is not null);
        Assert.All(box.Limits.Where(limit => limit.Low is not null), limit => Assert.True(limit.PValue < 0.01));
    }

    [Fact]
    public void Density_coverage_and_mass_of_fresh_draws_fit_together()
    {
        foreach (var quality in HighImpacts.Boxes.Select(box => box.Fresh).Append(HighImpacts.Together ?? HighImpacts.Boxes[0].Fresh))
        {
            // Cases in the box, counted by the box and by the cases.
            Assert.Equal(quality.Mass.Value * quality.Density.Value, quality.Coverage.Value * HighImpacts.Share.Value, 1e-12);
            Assert.True(quality.Density.Value > HighImpacts.Share.Value);
            Assert.True(quality.Density.StandardError > 0 && quality.Density.StandardError < 0.1);
        }

        Assert.True(HighImpacts.Together is null || HighImpacts.Together.Coverage.Value >= HighImpacts.Boxes.Max(box => box.Fresh.Coverage.Value));
    }

    [Fact]
    public void The_trajectory_leads_from_all_draws_to_a_small_dense_box_with_the_chosen_step_marked()
    {
        var steps = HighImpacts.Boxes[0].Trajectory;
        Assert.Equal((0, 1.0, 1.0), (steps[0].Limits, steps[0].Mass, steps[0].Coverage));
        Assert.Single(steps, step => step.IsChosen);
        Assert.InRange(steps.Count, 3, 12);
        Assert.Equal(steps.Select(step => step.Mass).OrderDescending(), steps.Select(step => step.Mass));
        Assert.True(steps[^1].Density > steps[0].Density);
    }

    [Theory]
    [InlineData(90, true, "Fewer than 2 %")]
    [InlineData(90, false, "More than 98 %")]
    public void Too_few_cases_or_others_are_a_reason(double threshold, bool above, string reason)
    {
        var boxes = Only(Additive, Uncertain.Asking(256, Impact with { Cases = new CasesOfInterest(above, threshold) })).Boxes;
        Assert.Null(boxes.Value);
        Assert.StartsWith(reason, boxes.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_below_a_threshold_are_those_that_are_not_above_it()
    {
        double Share(bool above) => Only(Additive, Uncertain.Asking(256, Impact with { Cases = new CasesOfInterest(above, 5) })).Boxes.Value!.Share.Value;
        Assert.Equal(1, Share(true) + Share(false), 1e-12);
    }

    [Fact]
    public void The_fresh_sample_is_another_one_than_the_sample_of_the_search() =>
        Assert.NotEqual(HighImpacts.Boxes[0].Found.Mass.Value, HighImpacts.Boxes[0].Fresh.Mass.Value);

    /// <summary>Without its limit on one term a box holds more draws, fewer of them cases: that is how likely chance would do as well.</summary>
    [Fact]
    public void A_limit_has_the_density_without_it_and_ends_only_where_there_are_any()
    {
        foreach (var limit in HighImpacts.Boxes.SelectMany(box => box.Limits.Select(limit => (box, limit))))
        {
            Assert.InRange(limit.limit.DensityWithout, 1e-9, limit.box.Fresh.Density.Value);
            Assert.True(limit.limit.Low is not null || limit.limit.High is not null);
            Assert.All([limit.limit.Low ?? 0, limit.limit.High ?? 0], end => Assert.True(double.IsFinite(end)));
        }
    }

    [Fact]
    public void Several_boxes_are_judged_together_and_one_is_not()
    {
        // Either of two corners: no single box holds both.
        var either = Only(Additive, Uncertain.Asking(1_024, Impact with { Cases = new CasesOfInterest(false, 5) })).Boxes.Value!;
        foreach (var found in new[] { either, HighImpacts })
        {
            Assert.Equal(found.Boxes.Count > 1, found.Together is not null);
        }

        Assert.Contains([either, HighImpacts], found => found.Boxes.Count > 1);
    }
}
