using System.Text.Json;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Tests;

public class NarrationWritingTests
{
    [Fact]
    public void A_narration_has_the_members_that_the_contract_names()
    {
        var narration = Told.Of("sample", Sample.Situation, Sample.Scenario with { Analyses = Told.Everything }).Report.GetProperty("narration");
        Assert.Equal(["note", "stakeholders", "verdicts"], Names(narration));
        Assert.Equal(["town", "port", "agency"], Names(narration.GetProperty("stakeholders")));
        Assert.Equal(
            ["impacts", "acceptance", "effects", "durability", "measures", "stability", "bargaining"],
            Names(narration.GetProperty("verdicts")).Take(7));
        var sentence = narration.GetProperty("stakeholders").GetProperty("town")[0];
        Assert.Equal(["text", "figures", "citations"], Names(sentence));
        Assert.Equal(["words", "pointer"], Names(sentence.GetProperty("figures")[0]));
    }

    [Theory]
    [InlineData(Analysis.Impacts, true)]
    [InlineData(Analysis.Acceptance, true)]
    [InlineData(Analysis.Effects, false)]
    [InlineData(Analysis.Durability, false)]
    public void What_was_not_asked_for_is_not_told(Analysis analysis, bool stakeholders)
    {
        var narration = Told.Of("sample", Sample.Situation, Sample.Scenario with { Analyses = [analysis] }).Report.GetProperty("narration");
        Assert.Equal(stakeholders, narration.TryGetProperty("stakeholders", out _));
        Assert.Equal(Vocabulary.Analyses[analysis], Assert.Single(Names(narration.GetProperty("verdicts"))));
    }

    [Fact]
    public void Every_analysis_that_can_be_asked_for_has_a_verdict_in_words() => Assert.Equal(
        Told.Everything,
        Told.Of("sample", Sample.Situation, Sample.Scenario with { Analyses = Told.Everything }).Evaluation.Narration!.Verdicts
            .Where(verdict => verdict.Sentences.Count > 0).Select(verdict => verdict.Verdict));

    private static IEnumerable<string> Names(JsonElement members) => members.EnumerateObject().Select(member => member.Name);
}
