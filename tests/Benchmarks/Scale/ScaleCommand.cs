using System.Globalization;
using Parley.Benchmarks.Load;

namespace Parley.Benchmarks.Scale;

/// <summary>
/// Measures what a scenario costs and how load goes on this machine, calibrates the simulation on one configuration, holds it against the
/// others, and then asks it about many workers. 1 where it is off by more than a fifth.
/// </summary>
internal static class ScaleCommand
{
    private const double MostOff = 0.2;
    private const int Times = 100;
    private const string Scenario = "us-28-points";
    private const int Draws = 200;

    private static readonly (int Submitters, int Workers) CalibratedOn = (16, 1);
    private static readonly (int Submitters, int Workers)[] Configurations = [CalibratedOn, (2, 1), (8, 1), (32, 1), (8, 2), (32, 2)];

    public static async Task<int> Run(string[] arguments)
    {
        var (scenarios, rounds) = arguments switch
        {
            [] => (80, 3),
            ["--scenarios", var count, "--rounds", var number] => (int.Parse(count, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture)),
            _ => (0, 0),
        };
        if (scenarios == 0)
        {
            Console.Error.WriteLine("usage: scale [--scenarios N --rounds N]");
            return 2;
        }

        var local = await LocalMeasurement.MakeAsync(Scenario, Draws, Configurations, scenarios, rounds, Times);
        var costs = Calibrated(local);
        var isClose = Compare(local, costs);
        AzureReport.Print(costs, local.ResultRows, local.StoredBytes);
        return isClose ? 0 : 1;
    }

    /// <summary>
    /// The costs of calls as measured by themselves, raised to what the processors did per scenario on one configuration, and to what the
    /// clock said: others may use the machine.
    /// </summary>
    private static CallCosts Calibrated(LocalMeasurement local)
    {
        var rounds = local.Rounds[CalibratedOn];
        double Median(Func<LoadRound, double> of) => LoadRound.Median(rounds.Select(of));
        var calls = local.Calls;
        var polls = Median(round => round.PollsPerScenario);
        var storage = Median(round => round.StorageCpu / round.Plan.Scenarios) / (calls.StoragePerScenario + (polls * calls.Look.Storage));
        var own = Median(round => round.Cpu / round.Plan.Scenarios) - calls.ClientPerScenario - (polls * (calls.Look.Client + local.OwnLook));
        var costs = calls.TimesStorage(storage) with { OwnLook = local.OwnLook, OwnAccept = Math.Max(0, own) / 2, OwnEvaluate = Math.Max(0, own) / 2 };
        return costs.Times(Factor(rounds[0].Plan, costs, Median(round => round.PerSecond)));
    }

    // By bisection: the slower every step, the fewer scenarios a second.
    private static double Factor(LoadPlan plan, CallCosts costs, double perSecond)
    {
        var (fast, slow) = (0.1, 100.0);
        for (var step = 0; step < 30; step++)
        {
            var middle = Math.Sqrt(fast * slow);
            if (LocalModel.Run(plan, costs.Times(middle), Environment.ProcessorCount).PerSecond > perSecond)
                fast = middle;
            else
                slow = middle;
        }

        return fast;
    }

    private static bool Compare(LocalMeasurement local, CallCosts costs)
    {
        Console.WriteLine($"this machine, {Draws} draws; medians of rounds{"",12} {"measured",16} {"simulated",16} {"off by",8}");
        var isClose = true;
        foreach (var ((submitters, workers), rounds) in local.Rounds)
        {
            var measured = LoadRound.Median(rounds.Select(round => round.PerSecond));
            var end = LoadRound.Median(rounds.Select(round => LoadRound.Quantile(round.Ends, 0.5)));
            var simulated = LocalModel.Run(rounds[0].Plan, costs, Environment.ProcessorCount);
            var off = (simulated.PerSecond / measured) - 1;
            var isCalibration = (submitters, workers) == CalibratedOn;
            isClose &= isCalibration || Math.Abs(off) <= MostOff;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{submitters,3} submitters, {workers} workers: scenarios/s, median end   {measured,6:0.0} {1000 * end,6:0} ms {simulated.PerSecond,6:0.0} {1000 * simulated.End,6:0} ms {off,8:+0 %;-0 %}{(isCalibration ? "  calibrated on this" : Math.Abs(off) > MostOff ? "  NOT WITHIN 20 %" : "")}"));
        }

        return isClose;
    }
}
