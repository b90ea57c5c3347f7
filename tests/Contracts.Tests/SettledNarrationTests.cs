using Parley.Engine.Narrating;

namespace Parley.Contracts.Tests;

/// <summary>Sentences are the same on every processor, though the last digits of numbers are not.</summary>
public sealed class SettledNarrationTests
{
    private const int Times = 20;

    public static TheoryData<string> Scenarios => [.. Told.Shipped.Select(told => told.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void No_sentence_and_no_order_of_sentences_hangs_on_the_last_digits(string scenario)
    {
        var told = Told.Shipped.Single(each => each.Name == scenario);
        var expected = Texts(told.Evaluation.Narration!);
        for (var seed = 1; seed <= Times; seed++)
        {
            var jittered = new Jitter(seed).Of(told.Evaluation);
            Assert.NotEqual(CanonicalJson.Of(told.Evaluation), CanonicalJson.Of(jittered));
            Assert.Equal(expected, Texts(Narrator.Tell(told.Situation, told.Scenario, jittered)));
        }
    }

    private static IEnumerable<string> Texts(Narration narration) =>
        (narration.Stakeholders ?? []).SelectMany(each => each.Sentences).Concat(narration.Verdicts.SelectMany(each => each.Sentences)).Select(sentence => sentence.Text);
}
