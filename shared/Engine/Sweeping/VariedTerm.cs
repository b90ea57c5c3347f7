namespace Parley.Engine.Sweeping;

/// <summary>A term that takes other values in other variants.</summary>
public abstract record VariedTerm
{
    private VariedTerm(string issue) => Issue = issue;

    public string Issue { get; }

    /// <summary>The values that it takes; null for any value of a range.</summary>
    public abstract IReadOnlyList<double>? Levels { get; }

    /// <summary>The value at a place of its range or list.</summary>
    /// <param name="place">From 0 to below 1.</param>
    internal abstract double At(double place);

    /// <summary>The values one by one.</summary>
    public sealed record Listed(string Issue, IReadOnlyList<double> Values) : VariedTerm(Issue)
    {
        public override IReadOnlyList<double> Levels => Values;

        internal override double At(double place) => Values[(int)(place * Values.Count)];
    }

    /// <summary>Values from <paramref name="Low"/> to <paramref name="High"/>.</summary>
    /// <param name="Steps">How many, evenly spaced with both ends among them, at least 2; null for any value between the ends.</param>
    public sealed record Ranged(string Issue, double Low, double High, int? Steps) : VariedTerm(Issue)
    {
        public override IReadOnlyList<double>? Levels => Steps is { } steps ? [.. Enumerable.Range(0, steps).Select(step => Level(step, steps))] : null;

        internal override double At(double place) => Steps is { } steps ? Level((int)(place * steps), steps) : Low + ((High - Low) * place);

        // Both ends are met to the last bit.
        private double Level(int step, int steps) => step == steps - 1 ? High : Low + ((High - Low) * step / (steps - 1));
    }
}
