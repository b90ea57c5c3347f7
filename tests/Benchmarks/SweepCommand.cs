using System.Diagnostics;
using System.Globalization;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Benchmarks;

/// <summary>
/// What a variant of a sweep costs on the worked situation, beside an evaluation of the same variant that answers no more (impacts and
/// acceptance), and what a summary of 100,000 variants costs. One thread, medians of processor time.
/// </summary>
internal static class SweepCommand
{
    private const int Rounds = 5;
    private const int Count = 100;

    private static readonly string[] Varied = ["monitoring", "guarantees", "sanctions", "territorial-control"];
    private static readonly string[] Vetoes = ["ukraine", "russia", "united-states"];

    public static int Run()
    {
        var situation = Shipped.Situations().First(each => each.Value.Id == "ukraine-settlement").Value;
        var sweep = Of(situation);
        var variants = new Variants(sweep);
        double[] sweeps = [.. Enumerable.Range(0, Rounds + 1).Select(_ => Seconds(() => Sweeper.Evaluate(situation, sweep, 0, Count, default))).Skip(1)];
        double[] evaluations = [.. Enumerable.Range(0, Rounds + 1).Select(round => Seconds(() =>
        {
            for (var v = 0; v < Count / 10; v++)
            {
                var scenario = variants.Scenario((round * Count / 10) + v) with { Analyses = [Analysis.Impacts, Analysis.Acceptance] };
                Evaluator.Evaluate(situation, scenario, new EvaluationSettings(), default);
            }
        })).Skip(1).Select(seconds => seconds * 10)];
        var (perVariant, perEvaluation) = (Median(sweeps) / Count, Median(evaluations) / Count);
        var units = (double)SweepCost.Of(sweep, situation) / variants.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a variant of {sweep.Draws} draws: {perVariant * 1e3:0.00} ms in a sweep, {perEvaluation * 1e3:0.00} ms as an evaluation of impacts and acceptance, {perEvaluation / perVariant:0.0} times as long; {perVariant / units * 1e9:0.0} ns a unit of cost"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the summary of {Sweep.MostVariants} variants: {Summary(situation, sweep):0.0} s"));
        return 0;
    }

    private static Sweep Of(Situation situation)
    {
        var scenario = Shipped.Scenarios().First(each => each.Value.Situation == situation.Id).Value;
        return new Sweep(
            "Measured",
            scenario,
            [.. Varied.Select(issue => new VariedTerm.Ranged(issue, 0, 100, null))],
            new SweepDesign.LatinHypercube(Sweep.MostVariants, 1),
            Sweep.DefaultDraws,
            [.. Vetoes.Select(id => new SweepOutput(new QuantityOfInterest.OfImpact(id, ImpactBaseline.NoDeal, scenario.Horizon), Direction.More))]);
    }

    /// <summary>Of made-up numbers that follow the terms, as impacts do.</summary>
    private static double Summary(Situation situation, Sweep sweep)
    {
        var variants = new Variants(sweep);
        double[][] rows =
        [
            [.. Enumerable.Range(0, variants.Count).Select(v => variants.Value(1, v) - variants.Value(3, v) - 20)],
            [.. Enumerable.Range(0, variants.Count).Select(v => variants.Value(3, v) + (variants.Value(2, v) / 2) - 60)],
            [.. Enumerable.Range(0, variants.Count).Select(v => variants.Value(0, v) - Math.Abs(variants.Value(2, v) - 50))],
        ];
        var impacts = Enumerable.Range(0, situation.Stakeholders.Count).Select(s => rows[s % rows.Length]);
        var digest = SweepDigest.Of(sweep, new VariantNumbers(0, [.. rows, .. impacts], [.. rows, .. impacts]));
        return Seconds(() => Sweeper.Summarise(situation, sweep, [digest], rows, default));
    }

    private static double Seconds(Action work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    private static double Median(double[] numbers) => numbers.Order().ElementAt(numbers.Length / 2);
}
