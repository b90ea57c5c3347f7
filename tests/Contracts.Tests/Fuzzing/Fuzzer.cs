using System.Collections.Concurrent;
using System.Globalization;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>
/// Makes documents out of some and tries each. Always the same ones: PARLEY_FUZZ_SEED names others to begin with, and PARLEY_FUZZ_TIMES
/// makes so many times as many.
/// </summary>
/// <param name="documents">What is changed.</param>
/// <param name="related">What words are taken from, too.</param>
internal sealed class Fuzzer(IReadOnlyList<byte[]> documents, params IReadOnlyList<byte[]> related)
{
    /// <summary>One in so many of what is accepted goes on to what is done with it.</summary>
    private const int Followed = 100;

    private static readonly int First = Setting("PARLEY_FUZZ_SEED", 0);
    private static readonly int Times = Setting("PARLEY_FUZZ_TIMES", 1);

    private readonly IReadOnlyList<Draft> starts = [.. documents.Select(Draft.Of)];
    private readonly Mutations mutations = new(Vocabulary.Of([.. documents.Distinct(), .. related]));

    public IEnumerable<(int Seed, FuzzCase Made)> Cases(int count) =>
        Enumerable.Range(First, count * Times).Select(seed => (seed, FuzzCase.Of(seed, starts.Count)));

    public byte[] Document(FuzzCase made) => made.Document(starts, mutations);

    /// <summary>The share of the documents that was accepted.</summary>
    /// <param name="read">Null for what is refused, else what is done with it next. Both throw when something is wrong.</param>
    public double Try(int count, Func<byte[], Action?> read)
    {
        var accepted = 0;
        var failures = new ConcurrentQueue<string>();
        Parallel.ForEach(Cases(count), (each, loop) =>
        {
            var (isAccepted, failure) = Tried(each.Made, read, each.Seed % Followed == 0);
            if (isAccepted)
                Interlocked.Increment(ref accepted);
            if (failure is null)
                return;
            loop.Stop();
            failures.Enqueue(Told(each.Seed, each.Made, read, failure));
        });
        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures));
        return (double)accepted / (count * Times);
    }

    private (bool IsAccepted, Exception? Failure) Tried(FuzzCase made, Func<byte[], Action?> read, bool isFollowed)
    {
        try
        {
            var next = read(Document(made));
            if (isFollowed)
                next?.Invoke();
            return (next is not null, null);
        }
        catch (Exception failure) // Whatever it is, it is what is looked for.
        {
            return (false, failure);
        }
    }

    private string Told(int seed, FuzzCase found, Func<byte[], Action?> read, Exception failure)
    {
        var least = found.Shrunk(shorter => Tried(shorter, read, isFollowed: true).Failure?.GetType() == failure.GetType());
        return $"Seed {seed}, with {least.Steps.Count} of {found.Steps.Count} steps: {failure}{Environment.NewLine}{FuzzCase.Show(Document(least))}";
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
