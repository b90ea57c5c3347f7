using System.Text;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>A document made from one of some by steps, each of which is a function of its own number: one can be left out without changing the others.</summary>
internal sealed record FuzzCase(int Start, IReadOnlyList<int> Steps)
{
    /// <summary>A step in so many is one on bytes, which hardly ever leaves JSON behind.</summary>
    private const int StepsPerByteStep = 8;

    public static FuzzCase Of(int seed, int starts)
    {
        var random = new Random(seed);
        var start = random.Next(starts);
        var steps = new List<int> { random.Next() };
        while (steps.Count < 6 && random.Next(2) == 0)
            steps.Add(random.Next());
        return new FuzzCase(start, steps);
    }

    public byte[] Document(IReadOnlyList<Draft> starts, Mutations mutations)
    {
        var draft = starts[Start].Copy();
        foreach (var step in Steps.Where(step => !IsOnBytes(step)))
            mutations.Change(draft, new Random(step));
        return Steps.Where(IsOnBytes).Aggregate(draft.ToJson(), (json, step) => ByteMutations.Change(json, new Random(step)));
    }

    /// <summary>The same with as few steps as still fail.</summary>
    public FuzzCase Shrunk(Func<FuzzCase, bool> fails)
    {
        for (var left = 0; left < Steps.Count; left++)
        {
            var shorter = this with { Steps = [.. Steps.Take(left), .. Steps.Skip(left + 1)] };
            if (fails(shorter))
                return shorter.Shrunk(fails);
        }

        return this;
    }

    public static string Show(byte[] document) => document.Length <= 4_000
        ? Encoding.UTF8.GetString(document)
        : $"{Encoding.UTF8.GetString(document, 0, 4_000)}… ({document.Length} bytes)";

    private static bool IsOnBytes(int step) => step % StepsPerByteStep == 0;
}
