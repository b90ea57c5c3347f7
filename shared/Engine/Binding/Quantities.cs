using Parley.Engine.Sampling;
using Parley.Engine.Situations;

namespace Parley.Engine.Binding;

/// <summary>Every number that an evaluation uses, each with a row in the matrix of draws.</summary>
internal sealed class Quantities(long seed, IReadOnlyDictionary<string, TriangularRange> overrides)
{
    private readonly Dictionary<string, int> rowsByPointer = [];
    private readonly Dictionary<double, int> rowsByConstant = [];
    private readonly Dictionary<string, int> factorRows = [];
    private readonly List<Judgement> judgements = [];
    private readonly List<Constant> constants = [];
    private readonly List<Mixture> mixtures = [];
    private readonly List<double> lows = [];
    private readonly List<double> modes = [];

    /// <summary>Number of rows taken so far.</summary>
    public int Rows => lows.Count;

    /// <summary>The smallest number that a row can hold where mixtures choose the given alternative.</summary>
    public double Low(int row, int alternative) => lows[mixtures.Find(m => m.Row == row)?.Rows[alternative] ?? row];

    /// <summary>The number that a row holds with every range at its mode.</summary>
    public double Mode(int row) => modes[row];

    /// <summary>What is sampled; shared factors come before the judgements that follow them.</summary>
    public IReadOnlyList<Judgement> Judgements => judgements;

    /// <summary>What is decided.</summary>
    public IReadOnlyList<Constant> Constants => constants;

    /// <summary>What is chosen draw by draw among rows of the other kinds.</summary>
    public IReadOnlyList<Mixture> Mixtures => mixtures;

    /// <summary>The row of the range at a JSON Pointer, or of the one that replaces it.</summary>
    public int Row(string pointer, TriangularRange range)
    {
        if (rowsByPointer.TryGetValue(pointer, out var known))
        {
            return known;
        }

        var used = overrides.GetValueOrDefault(pointer, range);
        var row = used.IsPoint ? Row(used.Low) : Sampled(pointer, used);
        rowsByPointer.Add(pointer, row);
        return row;
    }

    /// <summary>The row of a decided number.</summary>
    public int Row(double constant)
    {
        if (!rowsByConstant.TryGetValue(constant, out var row))
        {
            row = RowOfItsOwn(constant);
            rowsByConstant.Add(constant, row);
        }

        return row;
    }

    /// <summary>A row that nothing else shares, for a decided number that will be changed.</summary>
    public int RowOfItsOwn(double constant)
    {
        var row = Take(constant, constant);
        constants.Add(new Constant(constant, row));
        return row;
    }

    /// <summary>A row of uniform numbers by which mixtures choose.</summary>
    /// <param name="pointer">JSON Pointer of the probabilities, which names the numbers.</param>
    public int Choice(string pointer)
    {
        var row = Take(0, 0.5);
        judgements.Add(new Judgement(pointer, SampleKey.Of(seed, pointer), JudgementKind.Choice, null, -1, row));
        return row;
    }

    /// <summary>The row that holds one of several others by choice; where they are one and the same, that row.</summary>
    public int Mixture(int choiceRow, IReadOnlyList<double> upTo, IReadOnlyList<int> rows)
    {
        if (rows.All(row => row == rows[0]))
        {
            return rows[0];
        }

        var mixture = new Mixture(lows.Count, choiceRow, upTo, rows);
        var row = Take(rows.Min(r => lows[r]), modes[mixture.LikeliestRow]);
        mixtures.Add(mixture);
        return row;
    }

    private int Sampled(string pointer, TriangularRange range)
    {
        var follows = range.Factor is { Loading: not 0 } factor ? FactorRow(factor.Factor) : -1;
        var row = Take(range.Low, range.Mode);
        judgements.Add(new Judgement(pointer, SampleKey.Of(seed, pointer), JudgementKind.Range, range, follows, row));
        return row;
    }

    private int FactorRow(string factor)
    {
        if (!factorRows.TryGetValue(factor, out var row))
        {
            row = Take(double.NegativeInfinity, 0);
            factorRows.Add(factor, row);
            var pointer = $"/factors/{factor}";
            judgements.Add(new Judgement(pointer, SampleKey.Of(seed, pointer), JudgementKind.Factor, null, -1, row));
        }

        return row;
    }

    private int Take(double low, double mode)
    {
        lows.Add(low);
        modes.Add(mode);
        return lows.Count - 1;
    }
}

/// <summary>A decided number.</summary>
internal sealed record Constant(double Value, int Row);
