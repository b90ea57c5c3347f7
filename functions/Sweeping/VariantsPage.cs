using Parley.Engine.Sweeping;

namespace Parley.Functions.Sweeping;

/// <summary>Some variants of a sweep, those that are there.</summary>
/// <param name="numbers">Of chunks in order, at least those that are there of the variants asked for.</param>
/// <param name="from">Number of the first variant asked for.</param>
/// <param name="before">Number after the last.</param>
/// <param name="step">From one number to the next.</param>
public sealed class VariantsPage(Guid id, KnownSweep sweep, IReadOnlyList<VariantNumbers> numbers, int from, int before, int step)
{
    public Guid Id => id;

    /// <summary>Ids of the varied issues.</summary>
    public IReadOnlyList<string> Terms { get; } = [.. sweep.Sweep.Varied.Select(term => term.Issue)];

    /// <summary>What the outputs are, in words.</summary>
    public IReadOnlyList<string> Outputs => sweep.Outputs;

    public IReadOnlyList<string> Stakeholders { get; } = [.. sweep.Situation.Stakeholders.Select(stakeholder => stakeholder.Id)];

    public IEnumerable<VariantAnswer> Variants =>
        from chunk in numbers
        from v in Enumerable.Range(0, chunk.Count)
        let number = chunk.First + v
        where number >= @from && number < before && (number - @from) % step == 0
        select new VariantAnswer(
            number,
            sweep.Variants.Terms(number),
            [.. chunk.Means.Take(Outputs.Count).Select(row => row[v])],
            [.. chunk.Errors.Take(Outputs.Count).Select(row => row[v])],
            [.. chunk.Means.Skip(Outputs.Count).Select(row => row[v])]);
}

/// <summary>One variant.</summary>
/// <param name="Number">From 0; always the same terms for the same number.</param>
/// <param name="Terms">Its varied terms.</param>
/// <param name="Outputs">Means over the draws.</param>
/// <param name="StandardErrors">Of the outputs.</param>
/// <param name="Impacts">Mean impact on each stakeholder against no deal at the horizon, in points.</param>
public sealed record VariantAnswer(
    int Number, IReadOnlyList<double> Terms, IReadOnlyList<double> Outputs, IReadOnlyList<double> StandardErrors, IReadOnlyList<double> Impacts);
