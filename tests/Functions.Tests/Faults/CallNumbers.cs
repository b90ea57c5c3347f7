using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>
/// Numbers the calls to storage that belong to a scenario, those of all instances of a fleet together, and says which are struck. A call
/// keeps its number when the client tries it again, and polls have none, so that a number means the same in every run.
/// </summary>
public sealed class CallNumbers(params IReadOnlyList<Strike> strikes)
{
    // The depth of a queue, what the outbox has to send again, what is old enough to go; and what a process takes of a caller's allowance,
    // once for many submissions (SharedAllowanceTests).
    private static readonly string[] Polls = ["comp=metadata", "NextSend le", "NextLook le", "FinishedAt lt", "RowKey ge 'd|", "KeptAt lt", "PartitionKey lt", "allowances"];

    private readonly Lock gate = new();
    private readonly List<Call> numbered = [];
    private readonly HashSet<Strike> struck = [];

    /// <summary>Which calls have numbers.</summary>
    public Func<Call, bool> Counts { get; set; } = _ => false;

    /// <summary>Every call that has a number, in order.</summary>
    public IReadOnlyList<Call> Numbered
    {
        get
        {
            lock (gate)
                return [.. numbered];
        }
    }

    /// <summary>How many faults have had their effect.</summary>
    public int Struck
    {
        get
        {
            lock (gate)
                return struck.Count;
        }
    }

    /// <summary>Looks for work, and finds a different number of times, whenever it likes.</summary>
    public static bool IsPoll(Call call) => Polls.Any(part => call.Target.Contains(part, StringComparison.Ordinal));

    /// <summary>What happens to a try; null when nothing does.</summary>
    public Fault? Next(Call call)
    {
        lock (gate)
        {
            if (!Counts(call))
                return null;
            // Messages are sent at the same time, so that tries of other calls may lie between the tries of one.
            var number = numbered.FindIndex(each => each.Id == call.Id) + 1;
            var isFirstTry = number == 0;
            if (isFirstTry)
            {
                numbered.Add(call);
                number = numbered.Count;
            }

            var strike = strikes.FirstOrDefault(each => each.Call == number && (isFirstTry || each.EveryTry));
            if (strike is not null)
                struck.Add(strike);
            return strike?.Fault;
        }
    }
}
