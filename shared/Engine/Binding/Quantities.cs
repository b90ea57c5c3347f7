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
    private readonly List<double> lows = [];

    /// <summary>Number of rows taken so far.</summary>
    public int Rows => lows.Count;

    /// <summary>The smallest number that a row can hold.</summary>
    public double Low(int row) => lows[row];

    /// <summary>What is sampled; shared factors come before the judgements that follow them.</summary>
    public IReadOnlyList<Judgement> Judgements => judgements;

    /// <summary>What is decided.</summary>
    public IReadOnlyList<Constant> Constants => constants;

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
            row = Take(constant);
            rowsByConstant.Add(constant, row);
            constants.Add(new Constant(constant, row));
        }

        return row;
    }

    private int Sampled(string pointer, TriangularRange range)
    {
        var follows = range.Factor is { Loading: not 0 } factor ? FactorRow(factor.Factor) : -1;
        var row = Take(range.Low);
        judgements.Add(new Judgement(SampleKey.Of(seed, pointer), range, follows, row));
        return row;
    }

    private int FactorRow(string factor)
    {
        if (!factorRows.TryGetValue(factor, out var row))
        {
            row = Take(double.NegativeInfinity);
            factorRows.Add(factor, row);
            judgements.Add(new Judgement(SampleKey.Of(seed, $"/factors/{factor}"), null, -1, row));
        }

        return row;
    }

    private int Take(double low)
    {
        lows.Add(low);
        return lows.Count - 1;
    }
}

/// <summary>One independent input of the sample: a range, or a shared factor where the range is null.</summary>
/// <param name="Key">Names its random numbers.</param>
/// <param name="FactorRow">Row of the shared factor it follows; −1 for none.</param>
internal sealed record Judgement(ulong Key, TriangularRange? Range, int FactorRow, int Row);

/// <summary>A decided number.</summary>
internal sealed record Constant(double Value, int Row);
