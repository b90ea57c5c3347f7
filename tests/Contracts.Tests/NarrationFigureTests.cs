using System.Text.RegularExpressions;
using CsCheck;
using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;

namespace Parley.Contracts.Tests;

public partial class NarrationFigureTests
{
    public static TheoryData<string> Scenarios { get; } = [.. Shipped.Scenarios().Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_number_in_a_sentence_is_the_documented_rounding_of_the_one_it_points_at(string scenario) =>
        Check(Told.Shipped.Single(told => told.Name == scenario));

    [Fact]
    public void So_it_is_for_documents_of_every_shape_and_names_with_digits() => CheckDocuments(30);

    [Fact]
    [Trait("Suite", "Long")]
    public void So_it_is_for_many_documents() => CheckDocuments(600);

    [Fact]
    public void So_it_is_where_every_member_of_the_documents_is_used() =>
        Check(Told.Of("river treaty", Sample.Situation, Sample.Scenario with { Analyses = Told.Everything }));

    /// <summary>A figure is a number or a name: a whole sentence that points at itself says nothing about its numbers.</summary>
    [Fact]
    public void No_figure_is_a_sentence() => Assert.All(
        Told.Shipped.SelectMany(told => told.Sentences).SelectMany(sentence => sentence.Figures),
        figure => Assert.False(figure.Words.EndsWith('.'), figure.Pointer));

    private static void CheckDocuments(int count) =>
        Gen.Int[0, 1_000_000].Select(Gen.Bool).Sample(
            (seed, uncertain) =>
            {
                var (situation, scenario) = RandomDocuments.Make(seed, uncertain);
                Check(Told.Of($"seed {seed}", situation, scenario with { Analyses = Told.Everything, Drivers = OfEveryKind(situation, scenario.Horizon) }));
            },
            iter: count,
            threads: 1);

    /// <summary>An output of each kind whose swing is told, in points or as a share.</summary>
    private static DriversRequest OfEveryKind(Situation situation, int horizon)
    {
        QuantityOfInterest[] outputs =
        [
            new QuantityOfInterest.OfImpact(situation.Stakeholders[0].Id, ImpactBaseline.NoDeal, horizon),
            new QuantityOfInterest.OfAcceptance(null),
            new QuantityOfInterest.OfSurvival(horizon),
            .. situation.Effects.Take(1).Select(effect => new QuantityOfInterest.OfEffect(effect.Id, horizon)),
        ];
        return new DriversRequest([.. outputs.Select(of => new Output(of, of.UsualCases))], DriversRequest.FewestPoints, DriversRequest.FewestResamples);
    }

    private static void Check(Told told)
    {
        Assert.NotEmpty(told.Sentences);
        Assert.All(told.Sentences, sentence =>
        {
            Assert.Matches("^\\P{Ll}.*[.]$|^[a-z].*[.]$", sentence.Text);
            Assert.DoesNotContain("  ", sentence.Text, StringComparison.Ordinal);
            Assert.True(Fault(told, sentence) is null, $"{told.Name}: {sentence.Text}: {Fault(told, sentence)}");
        });
    }

    private static string? Fault(Told told, Sentence sentence)
    {
        // Figures stand in the order of the text, so that each is found after the one before, and what lies between holds no digit.
        var rest = sentence.Text;
        foreach (var figure in sentence.Figures)
        {
            var at = rest.IndexOf(figure.Words, StringComparison.Ordinal);
            if (at < 0)
                return $"“{figure.Words}” is not in its place";
            if (SaysNumber(rest[..at]))
                return $"a number before “{figure.Words}” has no pointer";
            if (RoundingRules.Fault(figure, told.At) is { } fault)
                return $"“{figure.Words}” at {figure.Pointer} {fault}";
            rest = rest[(at + figure.Words.Length)..];
        }

        return SaysNumber(rest) ? "a number at the end has no pointer" : null;
    }

    private static bool SaysNumber(string words) => words.Any(char.IsDigit) || NumberWord().IsMatch(Name().Replace(words, ""));

    /// <summary>What a document calls something may have a number in it.</summary>
    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Name();

    /// <summary>Above a pair, which words like “both” tell as well.</summary>
    [GeneratedRegex("\\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twice|hundred)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex NumberWord();
}
