using Parley.Engine;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Sweeping;

/// <summary>Some variants of a sweep, those that are there.</summary>
/// <param name="numbers">Of chunks in order, at least those that are there of the variants asked for.</param>
/// <param name="from">Number of the first variant asked for.</param>
/// <param name="before">Number after the last.</param>
public sealed class VariantsPage(Guid id, Situation situation, Sweep sweep, IReadOnlyList<VariantNumbers> numbers, int from, int before)
{
    private readonly Variants variants = new(sweep);

    public Guid Id => id;

    /// <summary>Ids of the varied issues.</summary>
    public IReadOnlyList<string> Terms { get; } = [.. sweep.Varied.Select(term => term.Issue)];

    /// <summary>What the outputs are, in words.</summary>
    public IReadOnlyList<string> Outputs { get; } = Sweeper.OutputNames(situation, sweep);

    public IReadOnlyList<string> Stakeholders { get; } = [.. situation.Stakeholders.Select(stakeholder => stakeholder.Id)];

    public IEnumerable<VariantAnswer> Variants =>
        from chunk in numbers
        from v in Enumerable.Range(0, chunk.Count)
        let number = chunk.First + v
        where number >= @from && number < before
        select new VariantAnswer(
            number,
            variants.Terms(number),
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
