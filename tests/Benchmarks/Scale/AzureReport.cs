using System.Globalization;
using Parley.Benchmarks.Load;
using Parley.Benchmarks.Speed;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Evaluating;

namespace Parley.Benchmarks.Scale;

/// <summary>What the simulation says of many workers in Azure.</summary>
internal static class AzureReport
{
    private const string Scenario = "us-28-points";
    private const int DefaultDraws = 10_000;
    private static readonly int[] Workers = [10, 100, 1_000];

    /// <param name="costs">Of 200 draws.</param>
    public static void Print(CallCosts costs, int resultRows, int storedBytes)
    {
        var light = costs.OwnEvaluate + costs.Receive.Client + costs.Read.Client + costs.Claim.Client + costs.Result.Client + costs.End.Client + costs.Delete.Client;
        var heavy = light + EvaluationSeconds(DefaultDraws) - EvaluationSeconds(200);
        Console.WriteLine();
        Console.WriteLine(Invariant($"Azure, simulated; a worker is one core as fast as this one, which a scenario takes {1000 * light:0} ms of at 200 draws and {1000 * heavy:0} ms at {DefaultDraws}"));
        foreach (var (name, limits) in new (string, Limits)[]
        {
            ("one account, a transaction counts once", new Limits()),
            ("one account, every entity counts", new Limits { CountsEntities = true }),
            ("ten accounts, every entity counts", new Limits { CountsEntities = true, Accounts = 10 }),
        })
        {
            Console.WriteLine($"{name,-44} {"workers",8} {"draws",7} {"scenarios/s",12} {"at 70 %: median",16} {"p99",9}");
            foreach (var workers in Workers)
            {
                Row(workers, 200, limits, new Work(light, resultRows));
                Row(workers, DefaultDraws, limits, new Work(heavy, resultRows));
            }
        }

        var work = new Work(heavy, resultRows);
        CostReport.Print(Workers[0] / AzureModel.Throughput(Workers[0], new Limits(), work), work, storedBytes, new Prices());
    }

    private static void Row(int workers, int draws, Limits limits, Work work)
    {
        var most = AzureModel.Throughput(workers, limits, work);
        var ends = AzureModel.Latencies(workers, 0.7 * most, limits, work);
        Console.WriteLine(Invariant($"{"",-44} {workers,8} {draws,7} {most,12:0} {1000 * LoadRound.Quantile(ends, 0.5),13:0} ms {1000 * LoadRound.Quantile(ends, 0.99),6:0} ms"));
    }

    private static double EvaluationSeconds(int draws)
    {
        var scenario = Shipped.Scenarios().Single(document => document.Name == Scenario).Value with { Draws = draws };
        var situation = Shipped.Situations().Single(document => document.Value.Id == scenario.Situation).Value;
        return Measured.Of(() => Evaluator.Evaluate(situation, scenario, new EvaluationSettings(1), CancellationToken.None)).Cpu;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
