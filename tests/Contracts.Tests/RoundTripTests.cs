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
}
