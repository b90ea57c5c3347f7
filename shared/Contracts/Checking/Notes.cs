using Parley.Contracts.Parsing;

namespace Parley.Contracts.Checking;

/// <summary>What is noted while a document is read: its problems, and where its ranges stand.</summary>
/// <param name="citable">What a source may cite; null when sources are free text.</param>
internal sealed class Notes(IReadOnlyCollection<string>? citable = null)
{
    // Far more than anybody is told of, far less than a hostile document could make us keep.
    private const int Kept = 10_000;

    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, Node> ranges = [];
    private bool muted;

    public IReadOnlyCollection<string>? Citable => citable;

    /// <summary>Problems so far, kept or not.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Every place that takes a range, with what stands there, by pointer.</summary>
    public IReadOnlyDictionary<string, Node> Ranges => ranges;

    /// <summary>Notes a problem at a value, or at a member that should stand under it.</summary>
    public void Report(Node at, string detail, string? missing = null) => Report(new Finding(at, missing, () => detail));

    /// <summary>Notes a problem whose sentence takes a search, done only if the problem is told.</summary>
    public void Report(Node at, Func<string> detail) => Report(new Finding(at, null, detail));

    public void Report(Finding finding)
    {
        if (muted)
            return;

        Count++;
        if (findings.Count < Kept)
            findings.Add(finding);
    }

    public void Range(Node at)
    {
        if (!muted)
            ranges.TryAdd(at.Pointer, at);
    }

    /// <summary>Reads what is not there, so that a refused value still has its type; says nothing about it.</summary>
    public T Silently<T>(Func<T> read)
    {
        var before = muted;
        muted = true;
        var value = read();
        muted = before;
        return value;
    }

    public Reading<T> Reading<T>(T value)
        where T : class
    {
        if (Count == 0)
            return new Reading<T>(value, []);

        var told = findings.OrderBy(f => f.At.Position).Take(Contracts.Reading<T>.MaxProblems).Select(f => f.Told());
        var untold = Count - Contracts.Reading<T>.MaxProblems;
        var last = new Problem("", $"There are {Wording.Number(untold)} more problems; these are the first.");
        return new Reading<T>(null, untold > 0 ? [.. told, last] : [.. told]);
    }
}

/// <summary>A problem with the value that orders it among the others.</summary>
internal sealed record Finding(Node At, string? Missing, Func<string> Detail)
{
    public Problem Told() => new(At.Pointer + (Missing is null ? "" : JsonPointer.Token(Missing)), Detail());
}
