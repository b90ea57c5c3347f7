using System.Text;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Contracts.Tests;

/// <summary>The sweep document.</summary>
public sealed class SweepTests
{
    private static readonly byte[] Whole = Sample.SweepJson;

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "/schemaVersion", "2", "/schemaVersion", "schemaVersion is 2 but must be 1." },
        { "/draws", "210", "/draws", "draws is 210 but must be a multiple of 20 from 200 to 100000." },
        { "/draws", "1000000", "/draws", "draws is 1000000 but must be a multiple of 20 from 200 to 100000." },
        { "/vary", "{}", "/vary", "vary has 0 members but must have at least 1." },
        { "/vary/paymnt", "[1]", "/vary/paymnt", "paymnt is not an issue of river-treaty; did you mean payment?" },
        { "/vary/payment", "5", "/vary/payment", "payment is 5 but must be a list of values or a range (low, high, steps) from 0 to 100." },
        { "/vary/payment", "[]", "/vary/payment", "payment has 0 items but must have at least 1." },
        { "/vary/payment/1", "101", "/vary/payment/1", "payment[1] is 101 but must be a number from 0 to 100." },
        { "/vary/payment/1", "0.0", "/vary/payment/1", "payment[1] repeats 0 but each value may appear only once." },
        { "/vary/discharge/low", "80", "/vary/discharge/low", "low is 80 but must be below high, which is 80." },
        { "/vary/discharge/steps", "1", "/vary/discharge/steps", "steps is 1 but must be a whole number from 2 to 1000." },
        { "/vary/discharge/mode", "50", "/vary/discharge/mode", "mode is not known here; the members are low, high and steps." },
        { "/design", "{}", "/design", "design must have grid or latinHypercube." },
        { "/design/grid", "false", "/design/grid", "grid is false but must be true, or another design." },
        { "/design/latinHypercube", "{\"size\":10}", "/design/latinHypercube", "latinHypercube stands beside grid but only one of them may be given." },
        { "/design", "{\"latinHypercube\":{\"size\":1}}", "/design/latinHypercube/size", "size is 1 but must be a whole number from 2 to 100000." },
        { "/design", "{\"latinHypercube\":{\"seed\":1}}", "/design/latinHypercube/size", "size is missing and must be a whole number from 2 to 100000." },
        { "/outputs", "[]", "/outputs", "outputs has 0 items but must have at least 1." },
        { "/outputs/0", "{\"impact\":\"town\",\"against\":\"statusQuo\"}", "/outputs/1", "outputs[1] asks for an output that stands before it but each may be asked for only once." },
        { "/outputs/1/impact", "\"city\"", "/outputs/1/impact", "city is not a stakeholder of river-treaty; it has town, port and agency." },
        { "/outputs/1/wants", "\"most\"", "/outputs/1/wants", "wants is \"most\" but must be more or less." },
        { "/outputs/1/cases", "{\"below\":1}", "/outputs/1/cases", "cases is not known here; the members are impact, acceptance, effect, survival, subordination, against, year, wants and fails." },
        { "/outputs/0/fails", "{}", "/outputs/0/fails", "fails must have above or below." },
        { "/outputs/0/fails", "{\"above\":2}", "/outputs/0/fails/above", "above is 2 but must be a number from 0 to below 1." },
        { "/outputs/0/fails", "{\"above\":1}", "/outputs/0/fails/above", "above is 1 but must be a number from 0 to below 1." },
        { "/outputs/0/fails", "{\"above\":-0.1}", "/outputs/0/fails/above", "above is -0.1 but must be a number from 0 to below 1." },
        { "/outputs/0/fails", "{\"below\":0}", "/outputs/0/fails/below", "below is 0 but must be a number above 0 and up to 1." },
        { "/outputs/0/fails", "{\"below\":1.1}", "/outputs/0/fails/below", "below is 1.1 but must be a number above 0 and up to 1." },
        { "/outputs/0", "{\"survival\":5,\"fails\":{\"below\":2}}", "/outputs/0/fails/below", "below is 2 but must be a number above 0 and up to 1." },
        { "/outputs/2/fails", "{\"above\":1}", "/outputs/2/fails/above", "above is 1 but must be a number from -1 to below 1." },
        { "/outputs/1", "{\"subordination\":true,\"fails\":{\"below\":-1}}", "/outputs/1/fails/below", "below is -1 but must be a number above -1 and up to 1." },
        { "/outputs/1/fails", "{\"above\":1e9}", "/outputs/1/fails/above", "above is 1e9 but must be a number from -1000000 to 1000000." },
        { "/base/seed", "-1", "/base/seed", "seed is -1 but must be a whole number from 0 to 9007199254740991." },
        { "/base/terms/dam", "101", "/base/terms/dam", "dam is 101 but must be a number from 0 to 100." },
        { "/base/situation", "\"lake\"", "/base/situation", "situation is lake but must be river-treaty, against which this is read." },
        { "/base", "[]", "/base", "base is a list but must be an object." },
        { "/color", "1", "/color", "color is not known here; the members are schemaVersion, title, base, design, vary, outputs and draws." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_wrong_value_is_refused_at_its_place_in_a_whole_sentence(string place, string json, string pointer, string detail)
    {
        var reading = SweepReader.Read(Document.With(Whole, place, json), Sample.Situation);

        Assert.Null(reading.Value);
        Assert.Contains(new Problem(pointer, detail), reading.Problems);
    }

    [Theory]
    [InlineData("/outputs/0/fails", """{"above":0}""")]
    [InlineData("/outputs/0/fails", """{"below":1}""")]
    [InlineData("/outputs/2/fails", """{"below":-0.5}""")]
    [InlineData("/outputs/1/fails", """{"above":20}""")]
    public void What_an_output_can_be_is_a_threshold_of_failing(string place, string json) =>
        Assert.Empty(SweepReader.Read(Document.With(Whole, place, json), Sample.Situation).Problems);

    [Theory]
    [InlineData("""{"above":2}""", 2)]
    [InlineData("""{"below":0}""", 0)]
    public void A_threshold_out_of_reach_that_an_earlier_version_accepted_is_read_as_it_stands(string fails, double threshold)
    {
        var json = Document.With(Whole, "/outputs/0/fails", fails);

        Assert.NotEmpty(SweepReader.Read(json, Sample.Situation).Problems);
        Assert.Equal(threshold, SweepReader.ReadAccepted(json, Sample.Situation).Value!.Outputs[0].Fails.Threshold);
    }

    [Fact]
    public void A_sweep_without_a_problem_is_read_with_every_member()
    {
        var reading = SweepReader.Read(Whole, Sample.Situation);

        Assert.Empty(reading.Problems);
        Assert.Empty(SweepReader.Read(Whole).Problems);
        var sweep = reading.Value!;
        Assert.Equal(12, Variants.CountOf(sweep));
        Assert.Equal((400, new SweepDesign.Grid()), (sweep.Draws, sweep.Design));
        Assert.Equal(new CasesOfInterest(false, 0.25), sweep.Outputs[0].Fails);
        Assert.Equal(new CasesOfInterest(false, 0), sweep.Outputs[1].Fails);
        Assert.Equal((Direction.Less, new CasesOfInterest(true, 0)), (sweep.Outputs[2].Wants, sweep.Outputs[2].Fails));
    }

    [Fact]
    public void All_problems_are_told_at_once_those_of_overrides_in_the_base_scenario_too()
    {
        var wrong = Document.With(Document.With(Document.With(Whole, "/base/assumptions/overrides", "{\"/nowhere\":{\"low\":1,\"mode\":1,\"high\":1,\"source\":\"me\"}}"), "/vary/payment/0", "-1"), "/draws", "1");

        Assert.Equal(
            ["/base/assumptions/overrides/~1nowhere", "/vary/payment/0", "/draws"],
            SweepReader.Read(wrong, Sample.Situation).Problems.Select(problem => problem.Pointer));
    }

    [Fact]
    public void A_grid_of_too_many_variants_is_refused_before_it_is_made_and_a_hypercube_over_the_same_ranges_is_not()
    {
        var many = Document.With(Whole, "/vary", "{\"discharge\":{\"low\":0,\"high\":1,\"steps\":1000},\"payment\":{\"low\":0,\"high\":1,\"steps\":1000},\"dam\":{\"low\":0,\"high\":1,\"steps\":1000}}");

        Assert.Equal("/vary", Assert.Single(SweepReader.Read(many, Sample.Situation).Problems).Pointer);
        Assert.Empty(SweepReader.Read(Document.With(many, "/design", "{\"latinHypercube\":{\"size\":100000}}"), Sample.Situation).Problems);
    }

    [Fact]
    public void A_grid_needs_the_steps_of_a_range_and_a_hypercube_does_not()
    {
        var without = Document.Without(Whole, "/vary/discharge/steps");

        Assert.Equal("/vary/discharge/steps", Assert.Single(SweepReader.Read(without, Sample.Situation).Problems).Pointer);
        Assert.Empty(SweepReader.Read(Document.With(without, "/design", "{\"latinHypercube\":{\"size\":10,\"seed\":0}}"), Sample.Situation).Problems);
    }

    [Fact]
    public void An_output_that_the_situation_cannot_give_is_refused_with_the_reason()
    {
        var survival = Document.With(Whole, "/outputs/0", "{\"survival\":1}");

        var problem = Assert.Single(SweepReader.Read(survival, Sample.Situation with { Hazard = null }).Problems);
        Assert.Equal("/outputs/0", problem.Pointer);
        Assert.Contains("no record", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_outputs_the_veto_players_impacts_are_meant_and_somebody_must_be_one()
    {
        var without = Document.Without(Whole, "/outputs");
        var nobody = Sample.Situation with { Stakeholders = [.. Sample.Situation.Stakeholders.Select(s => s with { Role = StakeholderRole.Affected })] };

        Assert.Equal(
            Sample.Situation.Stakeholders.Where(s => s.Role == StakeholderRole.Veto).Select(s => s.Id),
            SweepReader.Read(without, Sample.Situation).Value!.Outputs.Select(output => ((QuantityOfInterest.OfImpact)output.Of).Stakeholder));
        Assert.Contains("/outputs", SweepReader.Read(without, nobody).Problems.Select(problem => problem.Pointer));
    }

    [Theory]
    [InlineData("/design", "{\"grid\":true}")]
    [InlineData("/design", "{\"latinHypercube\":{\"size\":77,\"seed\":3}}")]
    [InlineData("/vary", "{\"dam\":{\"low\":0.1,\"high\":0.7,\"steps\":3},\"payment\":[3.25]}")]
    public void A_sweep_reads_back_from_its_canonical_form(string place, string json)
    {
        var sweep = SweepReader.Read(Document.With(Whole, place, json), Sample.Situation).Value!;
        var again = SweepReader.Read(CanonicalJson.Of(sweep), Sample.Situation);

        Assert.Empty(again.Problems);
        Assert.Equivalent(sweep, again.Value, strict: true);
        Assert.Equal(CanonicalJson.Of(sweep), CanonicalJson.Of(again.Value!));
    }

    [Fact]
    public void Whatever_stands_there_instead_reading_never_throws()
    {
        foreach (var place in Places.Members(Whole))
            foreach (var value in new[] { "null", "[]", "{}", "\"x\"", "-1", "1e999", "true", "[[]]", "{\"\":0}" })
                Assert.NotNull(SweepReader.Read(Document.With(Whole, place, value), Sample.Situation).Problems);
        foreach (var bytes in new[] { "", "{", "[1]", "{\"base\":1}", "{\"base\":{\"situation\":[]}}" })
            Assert.NotEmpty(SweepReader.Read(Encoding.UTF8.GetBytes(bytes), Sample.Situation).Problems);
    }

    [Fact]
    public void The_example_of_the_README_is_without_a_problem()
    {
        var text = File.ReadAllText(Repository.PathOf("shared", "Contracts", "README.md"));
        string Block(string after) => text[text.IndexOf(after, StringComparison.Ordinal)..].Split("```json")[1].Split("```")[0];
        var situation = SituationReader.Read(Encoding.UTF8.GetBytes(Block("## A complete example"))).Value!;

        var reading = SweepReader.Read(Encoding.UTF8.GetBytes(Block("## Sweep")), situation);

        Assert.Empty(reading.Problems);
        Assert.Equal(105, Variants.CountOf(reading.Value!));
    }

    [Fact]
    public void The_cost_is_what_all_draws_of_all_variants_cost_and_a_chunk_of_large_ones_is_small()
    {
        var sweep = SweepReader.Read(Whole, Sample.Situation).Value!;
        var one = (long)Sample.Situation.Stakeholders.Count * Sample.Situation.Issues.Count;

        Assert.Equal(12 * 400 * one, SweepCost.Of(sweep, Sample.Situation));
        Assert.Equal(500, SweepCost.VariantsOfAChunk(sweep, Sample.Situation));
        Assert.InRange(SweepCost.VariantsOfAChunk(sweep with { Draws = 100_000 }, Sample.Situation), 1, 499);
    }

    [Fact]
    public void A_summary_is_written_with_terms_and_names()
    {
        var sweep = SweepReader.Read(Document.With(Whole, "/vary/discharge/steps", "40"), Sample.Situation).Value!;
        var numbers = Engine.Sweeper.Evaluate(Sample.Situation, sweep, 0, 120, TestContext.Current.CancellationToken);
        var summary = Engine.Sweeper.Summarise(
            Sample.Situation, sweep, [SweepDigest.Of(sweep, numbers)], [.. numbers.Means.Take(3)], TestContext.Current.CancellationToken);

        var json = System.Text.Json.Nodes.JsonNode.Parse(CanonicalJson.Of(summary))!;

        Assert.Equal(120, json["variants"]!.GetValue<int>());
        Assert.Equal(Sample.Situation.Stakeholders.Select(s => s.Id), json["stakeholders"]!.AsObject().Select(each => each.Key));
        Assert.Equal(2, json["stakeholders"]!["town"]!["best"]!["terms"]!.AsArray().Count);
        Assert.Equal(json["front"]!["count"]!.GetValue<int>(), json["front"]!["listed"]!.AsArray().Count);
        Assert.All(json["outputs"]!.AsArray(), output => Assert.True(output!["boxes"]!["boxes"] is not null ^ output["boxes"]!["reason"] is not null));
        Assert.Equal("less", $"{json["outputs"]![2]!["output"]!["wants"]}");
    }
}
