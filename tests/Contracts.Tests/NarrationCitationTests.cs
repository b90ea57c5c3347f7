using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class NarrationCitationTests
{
    private const string RussianForces = "/stakeholders/russia/preferences/foreign-forces/redLine/atMost";

    [Fact]
    public void Every_citation_stands_in_the_situations_sources_and_stands_once() => Assert.All(Told.Shipped, told =>
    {
        var known = told.Situation.Sources.Select(source => source.Id).ToHashSet();
        Assert.All(told.Sentences, sentence =>
        {
            Assert.Subset(known, sentence.Citations.ToHashSet());
            Assert.Distinct(sentence.Citations);
        });
    });

    /// <summary>A sentence about one stakeholder's red line may rest on judgement alone, for which there is nothing to cite.</summary>
    [Fact]
    public void Every_sentence_of_a_verdict_with_a_number_says_what_it_rests_on() => Assert.All(Told.Shipped, told => Assert.All(
        told.Evaluation.Narration!.Verdicts.SelectMany(verdict => verdict.Sentences).Where(sentence => sentence.Figures.Any(figure => told.At(figure.Pointer).ValueKind == System.Text.Json.JsonValueKind.Number)),
        sentence => Assert.True(sentence.Citations.Count > 0, $"{told.Name}: {sentence.Text}")));

    [Fact]
    public void Every_claim_of_the_essay_stands_behind_some_sentence_of_some_shipped_scenario()
    {
        var cited = Told.Shipped.Where(told => told.Situation.Id == "ukraine-settlement").SelectMany(told => told.Sentences)
            .SelectMany(sentence => sentence.Citations).ToHashSet();
        Assert.All(ShippedClaims.Elements, row => Assert.Contains($"claim:{row.Data.Item1}", cited));
    }

    [Fact]
    public void A_sentence_about_a_red_line_cites_what_the_line_rests_on_and_nothing_else()
    {
        var told = Told.Shipped.Single(t => t.Name == "freeze-on-the-line");
        var line = told.Situation.Stakeholders.Single(s => s.Id == "ukrainian-public").Preferences.Single(p => p.Issue == "guarantees").RedLine!;
        var crossing = told.About("ukrainian-public").Single(s => s.Text.StartsWith("Red lines crossed", StringComparison.Ordinal));
        Assert.Single(crossing.Figures);
        Assert.Equal(
            Citations.In($"{line.Source}; {line.Bound.Source}").Where(c => told.Situation.Sources.Any(source => source.Id == c)),
            crossing.Citations);
    }

    [Fact]
    public void An_overridden_judgement_is_cited_by_the_source_of_its_override()
    {
        var shipped = Shipped.Scenarios().Single(s => s.Name == "us-28-points").Value;
        var situation = Shipped.Situations().Single(s => s.Name == "ukraine-settlement").Value;
        var line = situation.Stakeholders.Single(s => s.Id == "russia").Preferences.Single(p => p.Issue == "foreign-forces").RedLine!;
        Assert.DoesNotContain("claim:C28", Citations.In($"{line.Source}; {line.Bound.Source}"));

        var overridden = shipped with { Draws = 200, Overrides = [new Override(RussianForces, line.Bound with { Source = "claim:C28; fact:F9999" })] };
        var crossing = Told.Of("overridden", situation, overridden).About("russia")
            .Single(s => s.Text.StartsWith("Red lines crossed", StringComparison.Ordinal));

        Assert.Contains("claim:C28", crossing.Citations);
        Assert.DoesNotContain("fact:F9999", crossing.Citations);
    }

    [Fact]
    public void A_chosen_profile_is_cited_in_place_of_what_it_replaces()
    {
        var told = Told.Shipped.Single(t => t.Name == "freeze-under-earlier-us-policy");
        Assert.Contains(told.About("united-states"), sentence => sentence.Text.Contains("favour", StringComparison.Ordinal) && sentence.Citations.Contains("claim:C10"));
    }
}
