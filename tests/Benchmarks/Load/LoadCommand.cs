using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Parley.Local;

namespace Parley.Benchmarks.Load;

/// <summary>
/// Load on the whole product over real storage, beside the same calls of storage with nothing around them, in alternating rounds; then a
/// long run, for memory and the queue. 1 where a promise is not kept.
/// </summary>
internal sealed class LoadCommand(LoadCommand.Options options)
{
    private const double LeastShare = 0.6;
    private const double MostTail = 10;
    private const double MostCalls = 8;
    private const double MostGrowth = 1.1;

    private readonly List<string> broken = [];

    public static async Task<int> Run(string[] arguments)
    {
        if (Options.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine("usage: load [--scenarios N] [--rounds N] [--submitters N] [--workers N] [--soak N] [--scenario NAME] [--draws N]");
            return 2;
        }

        return await new LoadCommand(options).RunAsync();
    }

    private async Task<int> RunAsync()
    {
        await CallsAsync();
        await SharesAsync();
        if (options.Soak > 0)
            await SoakAsync();
        foreach (var line in broken)
            Console.WriteLine($"NOT KEPT: {line}");
        return broken.Count == 0 ? 0 : 1;
    }

    private async Task CallsAsync()
    {
        await using var azurite = await Azurite.StartAsync();
        await using var product = await StartAsync(azurite);
        var bare = await PrepareAsync(azurite, product);
        var plan = options.Plan with { Scenarios = Math.Min(options.Scenarios, 100) };
        await product.RunAsync(plan, new LoadTimes()); // Until its code is compiled and its situation read.
        using var calls = new CallList(Ports(azurite));
        var times = new LoadTimes();
        await product.RunAsync(plan, times);
        var sum = 0.0;
        Console.WriteLine($"calls of storage per scenario, {plan.Scenarios} of them ({bare.Size})");
        foreach (var (call, count) in calls.OfScenarios)
        {
            sum += (double)count / plan.Scenarios;
            Console.WriteLine(Invariant($"  {call,-60} {(double)count / plan.Scenarios,6:0.00}"));
        }

        Check("  all of them", sum, MostCalls, Invariant($"{sum:0.00}"), atMost: true);
        Console.WriteLine(Invariant($"  looks at the status{"",41} {(double)calls.OfPolls / plan.Scenarios,6:0.00}   counted on both sides below"));
    }

    private async Task SharesAsync()
    {
        var (bareRounds, rounds) = (new List<LoadRound>(), new List<LoadRound>());
        for (var round = 0; round < options.Rounds; round++)
        {
            // Each pair of rounds has a storage of its own, in memory and less than a minute old. An Azurite on disk writes all that it holds
            // every five seconds, one in memory tidies its queue once a minute, either on the only thread that it has: for up to two seconds
            // nothing is answered, whoever asks.
            await using var azurite = await Azurite.StartAsync();
            await using var product = await StartAsync(azurite);
            var bare = await PrepareAsync(azurite, product);
            await product.RunAsync(options.Plan with { Scenarios = 50 }, new LoadTimes());
            await bare.RunAsync(options.Plan with { Scenarios = 50 }, new LoadTimes());
            // In turns, since the machine's speed drifts and storage fills.
            foreach (var isProduct in round % 2 == 0 ? new[] { false, true } : [true, false])
                (isProduct ? rounds : bareRounds).Add(await LoadRound.MeasureAsync(options.Plan, azurite, isProduct ? product.RunAsync : bare.RunAsync));
        }

        Console.WriteLine($"{options.Rounds} rounds of {options.Scenarios} scenarios, {options.Submitters} submitters, {options.Workers} workers, {options.Draws} draws; medians of rounds");
        Console.WriteLine($"{"",-32} {"scenarios/s",12} {"polls each",11} {"accept",9} {"p99",9} {"end",9} {"p99",9} {"CPU each",10} {"Azurite",10}");
        Print("the calls alone", bareRounds);
        Print("the product", rounds);
        double[] shares = [.. rounds.Zip(bareRounds, (ours, theirs) => ours.PerSecond / theirs.PerSecond)];
        var share = LoadRound.Median(shares);
        Check("share of what the calls alone reach", share, LeastShare, Invariant($"{share:0 %}"), atMost: false);
        Console.WriteLine(Invariant($"  from {shares.Min():0 %} to {shares.Max():0 %}"));
        var tail = LoadRound.Median(rounds.Select(round => LoadRound.Quantile(round.Accepts, 0.99) / LoadRound.Quantile(round.Accepts, 0.5)));
        Check("99th percentile of accept over its median", tail, MostTail, Invariant($"{tail:0.0}"), atMost: true);
    }

    // On disk: in memory Azurite would tidy its queue longer every minute.
    private async Task SoakAsync()
    {
        var folder = Directory.CreateTempSubdirectory("parley-load-");
        try
        {
            await using var azurite = await Azurite.StartAsync(folder.FullName);
            await using var product = await StartAsync(azurite);
            await SoakAsync(azurite, product);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task SoakAsync(Azurite azurite, Product product)
    {
        const int Steps = 20;
        var memory = new MemoryLog();
        var queue = new QueueClient(azurite.ConnectionString, "scenarios");
        var (deepest, done, seconds) = (0, 0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            if (step > 0)
                await EmptyAsync(azurite);
            using var over = new CancellationTokenSource();
            var watching = Task.Run(() => DeepestAsync(queue, over.Token));
            var round = await LoadRound.MeasureAsync(options.Plan with { Scenarios = options.Soak / Steps }, azurite, product.RunAsync);
            await over.CancelAsync();
            deepest = Math.Max(deepest, await watching);
            (done, seconds) = (done + round.Plan.Scenarios, seconds + round.Seconds);
            memory.Note(done);
        }

        Console.WriteLine(Invariant($"{done} scenarios in {seconds:0} s; {product.Away} requests were asked to come again, while Azurite wrote its files"));
        Console.WriteLine($"  {"after",8} {"resident MiB",14} {"heap MiB",10}");
        foreach (var (scenarios, resident, heap) in memory.Points)
            Console.WriteLine(Invariant($"  {scenarios,8} {resident,14:0} {heap,10:0.0}"));
        var growth = Math.Max(memory.Growth(point => point.Resident), memory.Growth(point => point.Heap));
        Check("memory, last third over the middle one", growth, MostGrowth, Invariant($"{growth:0.00}"), atMost: true);
        Check("deepest queue", deepest, options.Submitters, $"{deepest}", atMost: true);
    }

    // Azurite on disk writes all that it holds as one text, every five seconds; a text of Node has room for 500 MB, which 10,000 scenarios exceed.
    private static async Task EmptyAsync(Azurite azurite)
    {
        var tables = new TableServiceClient(azurite.ConnectionString);
        foreach (var table in new[] { "scenarios", "evaluations" })
        {
            await tables.DeleteTableAsync(table);
            await tables.CreateTableAsync(table);
        }
    }

    private Task<Product> StartAsync(Azurite azurite) => Product.StartAsync(azurite, Options.Document(options.Scenario, options.Draws), options.Workers);

    private static async Task<BareCalls> PrepareAsync(Azurite azurite, Product product)
    {
        var first = await product.SubmitAsync();
        while (!await product.HasEndedAsync(null, first))
            await Task.Delay(LoadPlan.BetweenPolls);
        return await BareCalls.PrepareAsync(azurite, Guid.Parse(first.OriginalString.Split('/')[^1]));
    }

    private static async Task<int> DeepestAsync(QueueClient queue, CancellationToken over)
    {
        var deepest = 0;
        while (!over.IsCancellationRequested)
        {
            deepest = Math.Max(deepest, (await queue.GetPropertiesAsync(CancellationToken.None)).Value.ApproximateMessagesCount);
            await Task.Delay(TimeSpan.FromMilliseconds(500), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return deepest;
    }

    private static void Print(string what, IReadOnlyList<LoadRound> rounds)
    {
        double Median(Func<LoadRound, double> of) => LoadRound.Median(rounds.Select(of));
        string Milliseconds(double seconds) => Invariant($"{1000 * seconds:0.0} ms");
        Console.WriteLine(
            $"{what,-32} {Invariant($"{Median(round => round.PerSecond):0.0}"),12} {Invariant($"{Median(round => round.PollsPerScenario):0.0}"),11} "
            + $"{Milliseconds(Median(round => LoadRound.Quantile(round.Accepts, 0.5))),9} {Milliseconds(Median(round => LoadRound.Quantile(round.Accepts, 0.99))),9} "
            + $"{Milliseconds(Median(round => LoadRound.Quantile(round.Ends, 0.5))),9} {Milliseconds(Median(round => LoadRound.Quantile(round.Ends, 0.99))),9} "
            + $"{Milliseconds(Median(round => round.Cpu / round.Plan.Scenarios)),10} {Milliseconds(Median(round => round.StorageCpu / round.Plan.Scenarios)),10}");
    }

    private void Check(string what, double value, double limit, string text, bool atMost)
    {
        Console.WriteLine(Invariant($"{what,-62} {text,6}   {(atMost ? "at most" : "at least")} {limit}"));
        if (atMost ? !(value <= limit) : !(value >= limit))
            broken.Add(what.Trim());
    }

    private static IEnumerable<int> Ports(Azurite azurite) => azurite.ConnectionString.Split(';')
        .Where(part => part.Contains("Endpoint=", StringComparison.Ordinal)).Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    internal sealed record Options(int Scenarios, int Rounds, int Submitters, int Workers, int Soak, string Scenario, int Draws)
    {
        public LoadPlan Plan => new(Scenarios, Submitters, Workers);

        public static JsonObject Document(string scenario, int draws)
        {
            var document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scenarios", $"{scenario}.json")))!.AsObject();
            document["draws"] = draws;
            return document;
        }

        /// <summary>Null when a flag is not known or its value is none.</summary>
        public static Options? Parse(string[] arguments)
        {
            var options = new Options(Scenarios: 200, Rounds: 5, Submitters: 16, Workers: 1, Soak: 10_000, Scenario: "us-28-points", Draws: 200);
            foreach (var pair in arguments.Chunk(2))
            {
                if (pair is not [var flag, var value] || (flag != "--scenario" && !int.TryParse(value, out _)))
                    return null;
                int Number() => int.Parse(value, CultureInfo.InvariantCulture);
                switch (flag)
                {
                    case "--scenarios": options = options with { Scenarios = Number() }; break;
                    case "--rounds": options = options with { Rounds = Number() }; break;
                    case "--submitters": options = options with { Submitters = Number() }; break;
                    case "--workers": options = options with { Workers = Number() }; break;
                    case "--soak": options = options with { Soak = Number() }; break;
                    case "--draws": options = options with { Draws = Number() }; break;
                    case "--scenario": options = options with { Scenario = value }; break;
                    default: return null;
                }
            }

            return options;
        }
    }
}
