using System.Diagnostics;
using System.Globalization;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;

namespace Parley.Benchmarks;

/// <summary>
/// Times the analysis <c>drivers</c> of one output of a shipped scenario over all its ranges: Sobol' indices with their
/// bootstrap, and the tornado and the boxes that come with them.
/// </summary>
internal static class SobolCommand
{
    private const int Runs = 7;

    /// <summary>0 when measured; 2 for wrong arguments.</summary>
    public static int Run(string[] options)
    {
        var (name, points) = options switch
        {
            [] => ("us-28-points", 4_096),
            [var scenario] => (scenario, 4_096),
            [var scenario, var n] => (scenario, int.Parse(n, CultureInfo.InvariantCulture)),
            _ => ("", 0),
        };
        if (Shipped.Scenarios().FirstOrDefault(s => s.Name == name) is not { } found)
        {
            Console.Error.WriteLine("usage: sobol [SCENARIO [POINTS]], with the name of a shipped scenario and a power of two");
            return 2;
        }

        var situation = Shipped.Situations().Single(s => s.Name == found.Value.Situation).Value;
        var veto = situation.Stakeholders.First(s => s.Role == Engine.Situations.StakeholderRole.Veto).Id;
        var output = new Output(new QuantityOfInterest.OfImpact(veto, ImpactBaseline.NoDeal, found.Value.Horizon));
        var asked = found.Value with { Analyses = [Analysis.Drivers], Drivers = new DriversRequest([output], points, 100) };
        foreach (var threads in new[] { 1, 2 })
        {
            var times = new List<double>();
            var report = Evaluator.Evaluate(situation, asked, new EvaluationSettings(threads), CancellationToken.None).Drivers!.Value!;
            for (var run = 0; run < Runs; run++)
            {
                var watch = Stopwatch.StartNew();
                Evaluator.Evaluate(situation, asked, new EvaluationSettings(threads), CancellationToken.None);
                times.Add(watch.Elapsed.TotalSeconds);
            }

            times.Sort();
            var drivers = report.Outputs[0].Drivers.Value!;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, impact on {veto}, N = {points}, {drivers.Reaching} of {drivers.Inputs} inputs, 100 resamples, {threads} threads: "
                + $"median {times[Runs / 2]:0.00} s, fastest {times[0]:0.00} s, slowest {times[^1]:0.00} s; "
                + $"{report.Work.RowsSaved / (double)(report.Work.RowsSaved + report.Work.RowsComputed):0.0 %} of all rows saved"));
        }

        return 0;
    }
}
