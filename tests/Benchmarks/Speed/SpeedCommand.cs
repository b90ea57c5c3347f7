using System.Globalization;
using Parley.Engine;
using Parley.Engine.Bargaining;
using Parley.Engine.Binding;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests;

namespace Parley.Benchmarks.Speed;

/// <summary>Every promise about speed, measured in one run and printed as one table; 1 where a limit is not kept.</summary>
internal sealed class SpeedCommand
{
    /// <summary>How many times as fast as KTAB at 80 actors × 1 dimension.</summary>
    private const double TimesKtab = 100;

    /// <summary>Mean impacts in points: both programs add up the same draws in another order.</summary>
    private const double Agreement = 1e-9;

    private const int PeerRounds = 3;
    private const int GrowthRounds = 3;

    private readonly List<string> broken = [];

    public static int Run()
    {
        var command = new SpeedCommand();
        Console.WriteLine($"{"what",-72} {"measured",14}   limit");
        command.Bargaining();
        command.MonteCarlo();
        command.Growth();
        command.Drivers();
        command.Shipped();
        foreach (var line in command.broken)
        {
            Console.WriteLine($"NOT KEPT: {line}");
        }

        return command.broken.Count == 0 ? 0 : 1;
    }

    private void Bargaining()
    {
        // With the CPU seconds of KTAB's smpc with full logging, measured once on this class of machine.
        foreach (var (actors, issues, ktab, limit) in new[] { (27, 6, 4.3, double.NaN), (40, 1, 8.5, double.NaN), (80, 1, 157, 157 / TimesKtab), (160, 1, double.NaN, 2.0) })
        {
            var table = Actors.Of(actors, issues);
            var followed = SpatialModel.Follow(table, CancellationToken.None);
            var time = Measured.Of(() => SpatialModel.Follow(table, CancellationToken.None)).Cpu;
            var beside = double.IsNaN(ktab) ? "" : $" (smpc: {ktab} s)";
            Line($"Spatial Model of Politics, {actors} actors × {issues}, {followed.Turns} turns{beside}", time, limit);
            if (!followed.Converged)
            {
                broken.Add($"the Spatial Model of {actors} actors × {issues} did not converge");
            }
        }

        var (many, outcome) = (Actors.Of(40, 30), new double[30]);
        var made = EqualGainExchange.Run(many, outcome, cancellation: CancellationToken.None).Count;
        Line(
            $"exchange at equal gain, {many.Actors} actors × {many.Issues}, {made} exchanges",
            Measured.Of(() => EqualGainExchange.Run(many, outcome, cancellation: CancellationToken.None)).Cpu,
            double.NaN);
    }

    private void MonteCarlo()
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario() with { Analyses = [Analysis.Impacts] });
        var fed = new FedImpacts(situation, scenario);
        var rounds = new List<(double Sampled, double Fed, NumPyTimes Peer)>();
        for (var round = 0; round < PeerRounds; round++)
        {
            // In turns, since the machine's speed drifts.
            var sampledHere = Measured.Of(() => Evaluate(situation, scenario), 5).Cpu;
            var fedHere = Measured.Of(() => fed.Run(), 5).Cpu;
            if (NumPyPeer.Measure(situation, scenario, fed) is not { } peer)
            {
                broken.Add("NumPy is not there to compare with: apt-get install python3-numpy");
                return;
            }

            rounds.Add((sampledHere, fedHere, peer));
        }

        double Median(Func<(double Sampled, double Fed, NumPyTimes Peer), double> of) => rounds.Select(of).Order().ElementAt(PeerRounds / 2);
        Line("impacts, reference size, 10,000 draws, one core", Median(r => r.Sampled), double.NaN);
        Line("the same from draws in memory", Median(r => r.Fed), double.NaN);
        Line($"vectorised NumPy {rounds[0].Peer.NumPy}, sampling included", Median(r => r.Peer.Sampled), double.NaN);
        Line("vectorised NumPy, the same draws in memory", Median(r => r.Peer.Fed), double.NaN);
        Ratio("times as fast as NumPy, sampling included", Median(r => r.Peer.Sampled / r.Sampled), 5);
        Ratio("times as fast as NumPy, fed from one array", Median(r => r.Peer.Fed / r.Fed), 5);
        Ratio("… as NumPy cut into the chunks that suit its caches, sampling included", Median(r => r.Peer.SampledInChunks / r.Sampled), double.NaN);
        Ratio("… the same, fed from one array", Median(r => r.Peer.FedInChunks / r.Fed), double.NaN);
        var apart = fed.Run().Zip(rounds[0].Peer.Means, (one, other) => Math.Abs(one - other)).Max();
        Console.WriteLine(Invariant($"{"largest difference between their mean impacts, points",-72} {apart,14:0.0e+0}   at most {Agreement:0e+0}"));
        if (!(apart <= Agreement))
        {
            broken.Add("The two programs do not say the same.");
        }

        var (limit, here) = (MachineLimit.Of(ModelBinder.Bind(situation, scenario), scenario.Draws), Measured.Of(() => Evaluate(situation, scenario), 5).Cpu);
        Console.WriteLine(Invariant($"{"share of the machine's own limit, its steps each at full speed",-72} {limit / here,14:0 %}   {Seconds(limit)} of {Seconds(here)}"));
    }

    private void Growth()
    {
        Fit("draws", [2_000, 10_000, 50_000, 200_000], size => (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: size)));
        Fit("stakeholders", [6, 12, 18, 24], size => (ReferenceSize.Situation(stakeholders: size), ReferenceSize.Scenario()));
        Fit("issues", [6, 10, 15, 20], size => (ReferenceSize.Situation(issues: size), ReferenceSize.Scenario(size)));
    }

    private void Fit(string what, int[] sizes, Func<int, (Situation Situation, Scenario Scenario)> make)
    {
        // In turns, since the machine's speed drifts.
        var documents = sizes.Select(make).ToArray();
        var times = Enumerable.Range(0, GrowthRounds)
            .Select(_ => documents.Select(d => Measured.Of(() => Evaluate(d.Situation, d.Scenario)).Cpu).ToArray()).ToArray();
        var points = sizes.Select((size, place) => ((double)size, Cpu: times.Select(round => round[place]).Order().ElementAt(GrowthRounds / 2))).ToArray();
        var fit = LinearFit.Of(points);
        var each = string.Join(", ", points.Select(p => Invariant($"{p.Item1:0}: {Seconds(p.Cpu)}")));
        Console.WriteLine(Invariant($"{$"growth with {what}: R² of a straight line, exponent",-72} {fit.RSquared,8:0.000} {fit.Exponent,5:0.00}   {each}"));
        if (fit.RSquared < 0.95 || fit.Exponent > 1.15)
        {
            broken.Add($"The time is not linear in {what}.");
        }
    }

    private void Drivers()
    {
        var situations = Contracts.Shipped.Situations().ToDictionary(shipped => shipped.Value.Id, shipped => shipped.Value);
        var shipped = Contracts.Shipped.Scenarios().Single(document => document.Name == "us-28-points").Value;
        var situation = situations[shipped.Situation];
        var output = new Output(new QuantityOfInterest.OfImpact(situation.Stakeholders[0].Id, ImpactBaseline.NoDeal, shipped.Horizon));
        var scenario = shipped with { Analyses = [Analysis.Drivers], Drivers = new DriversRequest([output], 4_096, 100) };
        var time = Measured.Of(() => Evaluator.Evaluate(situation, scenario, new EvaluationSettings(2), CancellationToken.None)).Wall;
        Line("Sobol' indices of one output, N = 4,096, 100 resamples, two threads", time, 2);
    }

    private void Shipped()
    {
        var situations = Contracts.Shipped.Situations().ToDictionary(shipped => shipped.Value.Id, shipped => shipped.Value);
        var slowest = Contracts.Shipped.Scenarios()
            .Select(shipped => shipped.Value with { Analyses = Scenario.DefaultAnalyses })
            .Select(scenario => (Scenario: scenario, Time: Measured.Of(() => Evaluate(situations[scenario.Situation], scenario)).Cpu))
            .MaxBy(each => each.Time);
        Line($"default analyses, slowest shipped scenario, one core", slowest.Time, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluate(situations[slowest.Scenario.Situation], slowest.Scenario);
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
        Console.WriteLine(Invariant($"{"all memory it asks for",-72} {megabytes,11:0.0} MB   at most 64 MB"));
        if (megabytes > 64)
        {
            broken.Add("The default analyses ask for more than 64 MB.");
        }
    }

    private static Evaluation Evaluate(Situation situation, Scenario scenario) =>
        Evaluator.Evaluate(situation, scenario, new EvaluationSettings(1), CancellationToken.None);

    private void Line(string what, double seconds, double limit)
    {
        Console.WriteLine($"{what,-72} {Seconds(seconds),14}   {(double.IsNaN(limit) ? "" : $"at most {Seconds(limit)}")}");
        if (seconds > limit)
        {
            broken.Add(what);
        }
    }

    private void Ratio(string what, double ratio, double least)
    {
        Console.WriteLine(Invariant($"{what,-72} {ratio,13:0.0}×{(double.IsNaN(least) ? "" : $"   at least {least:0}×")}"));
        if (ratio < least)
        {
            broken.Add(what);
        }
    }

    private static string Seconds(double seconds) => seconds < 1 ? Invariant($"{1000 * seconds:0.0} ms") : Invariant($"{seconds:0.00} s");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
