using System.Globalization;

namespace Parley.Benchmarks.Scale;

/// <summary>What a million evaluations cost, by component.</summary>
internal static class CostReport
{
    private const double InstanceGigabytes = 2;
    private const double Requests = 3; // A POST and two looks at the status, an execution each.
    private const double LogKilobytes = 4; // Three lines of log, 2.4 KB, and a tenth of a trace of 13.5 KB: what is kept in production.
    private const double Million = 1e6;

    /// <param name="instanceSeconds">Seconds of a busy instance per scenario.</param>
    public static void Print(double instanceSeconds, Work work, double storedBytes, Prices prices)
    {
        var entities = work.AcceptEntities + 1 + work.ClaimEntities + work.ResultEntities + work.EndEntities;
        const int Transactions = 5;
        (string What, double Dollars)[] lines =
        [
            ($"compute of the evaluations, {instanceSeconds:0.00} s of an instance of {InstanceGigabytes} GB", Million * instanceSeconds * InstanceGigabytes * prices.GigabyteSecond),
            ($"executions, {1 + Requests} each", (1 + Requests) * prices.MillionExecutions),
            ($"queue, 3 operations", 3 * Million / 1e4 * prices.QueueOperations10K),
            ($"tables, {Transactions} transactions and {Requests - 1} looks, each billed once", (Transactions + Requests - 1) * Million / 1e4 * prices.TableTransactions10K),
            ($"  more, if each of {entities} entities is billed", (entities - Transactions) * Million / 1e4 * prices.TableTransactions10K),
            ($"a month's storage, {storedBytes / 1024:0} KiB each", Million * storedBytes / 1e9 * prices.TableGigabyteMonth),
            ($"logs and traces, {LogKilobytes} KB each", Million * LogKilobytes / 1e6 * prices.LogGigabyte),
        ];
        Console.WriteLine();
        Console.WriteLine("cost of a million evaluations of 10,000 draws on busy instances, in US dollars");
        foreach (var (what, dollars) in lines)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-72} {dollars,8:0.00}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"all of it",-72} {lines.Sum(line => line.Dollars),8:0.00}"));
        Console.WriteLine("  left out: compute of the instances that answer requests, idle and always-ready instances");
    }
}
