using CsCheck;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class RoundTripTests
{
    [Fact]
    public void The_sample_situation_has_no_problems() => Assert.Empty(SituationReader.Read(Sample.SituationJson).Problems);

    [Fact]
    public void The_sample_scenario_has_no_problems_with_its_situation_or_without() => Assert.Empty(
        ScenarioReader.Read(Sample.ScenarioJson).Problems.Concat(ScenarioReader.Read(Sample.ScenarioJson, Sample.Situation).Problems));

    [Fact]
    public void A_situation_reads_back_from_its_canonical_form()
    {
        var canonical = CanonicalJson.Of(Sample.Situation);
        var again = SituationReader.Read(canonical);
        Assert.Empty(again.Problems);
        Assert.Equivalent(Sample.Situation, again.Value, strict: true);
        Assert.Equal(canonical, CanonicalJson.Of(again.Value!));
    }

    [Fact]
    public void A_scenario_reads_back_from_its_canonical_form()
    {
        var canonical = CanonicalJson.Of(Sample.Scenario);
        var again = ScenarioReader.Read(canonical, Sample.Situation);
        Assert.Empty(again.Problems);
        Assert.Equivalent(Sample.Scenario, again.Value, strict: true);
        Assert.Equal(canonical, CanonicalJson.Of(again.Value!));
    }

    [Theory]
    [InlineData("all-treaties")]
    [InlineData("river-treaties")] // The situation's own choice, made outright.
    public void A_chosen_class_reads_back_from_its_canonical_form(string id)
    {
        var starting = Sample.Scenario with { BaseClass = id, Profiles = [], Overrides = [], Analyses = [Analysis.Durability] };
        var canonical = CanonicalJson.Of(starting);
        Assert.Equivalent(starting, ScenarioReader.Read(canonical, Sample.Situation).Value, strict: true);
        Assert.NotEqual(CanonicalJson.Of(starting with { BaseClass = null }), canonical);
    }

    [Fact]
    public void Probable_profiles_read_back_from_their_canonical_form()
    {
        var torn = Sample.Scenario with { Profiles = [new ProfileChoice("town", "broke", 0.25), new ProfileChoice("town", "green-council", 0.5)] };
        Assert.Equivalent(torn, ScenarioReader.Read(CanonicalJson.Of(torn), Sample.Situation).Value, strict: true);
    }

    [Fact]
    public void A_probability_of_1_says_the_same_as_the_profile_alone()
    {
        var probable = Document.With(Sample.ScenarioJson, "/assumptions/profiles/town", """{ "green-council": 1 }""");
        Assert.Equal(CanonicalJson.Of(Sample.Scenario), CanonicalJson.Of(ScenarioReader.Read(probable, Sample.Situation).Value!));
    }

    [Fact]
    public void Whatever_is_left_out_of_a_situation_the_rest_reads_back_the_same()
    {
        var read = Places.Members(Sample.SituationJson)
            .Select(place => SituationReader.Read(Document.Without(Sample.SituationJson, place)).Value)
            .OfType<Situation>()
            .ToList();
        Assert.True(read.Count > 20);
        Assert.All(read, situation =>
            Assert.Equivalent(situation, SituationReader.Read(CanonicalJson.Of(situation)).Value, strict: true));
    }

    [Fact]
    public void Whatever_is_left_out_of_a_scenario_the_rest_reads_back_the_same()
    {
        var read = Places.Members(Sample.ScenarioJson)
            .Select(place => ScenarioReader.Read(Document.Without(Sample.ScenarioJson, place)).Value)
            .OfType<Scenario>()
            .ToList();
        Assert.True(read.Count > 10);
        Assert.All(read, scenario =>
            Assert.Equivalent(scenario, ScenarioReader.Read(CanonicalJson.Of(scenario)).Value, strict: true));
    }

    [Fact]
    public void Any_number_reads_back_as_the_same_double() => Gen.Double[0, 100].Sample(value =>
    {
        var scenario = Sample.Scenario with { Terms = [new Term("dam", TriangularRange.Exactly(value), true, null)] };
        var again = ScenarioReader.Read(CanonicalJson.Of(scenario)).Value!;
        Assert.Equal(BitConverter.DoubleToInt64Bits(value + 0.0), BitConverter.DoubleToInt64Bits(again.Terms[0].Value.Low));
    });

    [Fact]
    public void Any_text_reads_back_as_the_same_text() => Gen.String[1, 200].Sample(text =>
    {
        var scenario = Sample.Scenario with { Title = text };
        var again = ScenarioReader.Read(CanonicalJson.Of(scenario));
        Assert.True(again.Value is null ? again.Problems.All(p => p.Pointer == "/title") : again.Value.Title == text || text.Any(char.IsSurrogate));
    });
}
