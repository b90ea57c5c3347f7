using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Sampling;

namespace Parley.Engine.Following;

/// <summary>
/// Splits each effect's level at the horizon among its causes. tanh z = g·z with the secant gain g = tanh(z)/z, and z is
/// a sum over links; unrolled, a level is exactly the sum over paths of the product of weights and secant gains along
/// the realised trajectory, times the cause at the path's start.
/// </summary>
internal sealed class PathStatistics
{
    private readonly Model model;
    private readonly EffectWeb effects;
    private readonly IReadOnlyList<CausalTree>[] trees;
    private readonly int first;
    private readonly DrawMatrix products;

    public PathStatistics(Model model, EffectWeb effects, Statistics statistics)
    {
        this.model = model;
        this.effects = effects;
        (trees, Paths) = CausalTree.Grow(model, effects);
        First = first = statistics.Reserve(Paths.Count);
        products = new DrawMatrix(Paths.Select(path => path.Links.Count).DefaultIfEmpty(0).Max() + 2);
    }

    /// <summary>Every path that is followed.</summary>
    public IReadOnlyList<CausalChain> Paths { get; }

    /// <summary>The first of the sums that become means.</summary>
    public int First { get; }

    /// <summary>One past the last of them.</summary>
    public int End => first + Paths.Count;

    public Estimate Contribution(Tally tally, int path) => tally[first + path];

    public void Observe(DrawMatrix draws, BatchTally tally)
    {
        products.Draws = draws.Draws;
        for (var e = 0; e < trees.Length; e++)
        {
            products[0].Fill(Vector256<double>.One);
            Descend(draws, e, model.Horizon, trees[e], 0, tally);
        }
    }

    private void Descend(DrawMatrix draws, int effect, int year, IReadOnlyList<CausalTree> branches, int depth, BatchTally tally)
    {
        if (branches.Count == 0)
        {
            return;
        }

        MultiplyByGain(effect, year, products[depth]);
        foreach (var branch in branches)
        {
            var link = model.Links[branch.Link];
            if (branch.Path >= 0)
            {
                tally.AddSum(first + branch.Path, Multiply(products[depth], effects.Term(branch.Link, branch.Year)));
                continue;
            }

            var next = products[depth + 1];
            products[depth].CopyTo(next);
            MultiplyByLink(draws, link, branch.Year - link.Delay, next);
            Descend(draws, link.Source, branch.Year - link.Delay, branch.Branches, depth + 1, tally);
        }
    }

    /// <summary>
    /// product ← product · tanh(z)/z, which is 1 − z²/3 + O(z⁴) close to 0, where the quotient would have no digits left:
    /// causes that cancel each other make z small and their parts not.
    /// </summary>
    private void MultiplyByGain(int effect, int year, Span<Vector256<double>> product)
    {
        var score = effects.Score(effect, year);
        var level = effects.Level(Model.Deal, effect, year);
        var small = Vector256.Create(1e-3);
        var third = Vector256.Create(1.0 / 3);
        for (var i = 0; i < product.Length; i++)
        {
            var z = score[i];
            var series = Vector256<double>.One - (z * z * third);
            product[i] *= Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(z), small), series, level[i] / z);
        }
    }

    /// <summary>product ← product · weight · response(a)/a, the latter being 1 for a linear link.</summary>
    private void MultiplyByLink(DrawMatrix draws, BoundLink link, int year, Span<Vector256<double>> product)
    {
        var weight = draws[link.WeightRow];
        var level = effects.Level(Model.Deal, link.Source, year);
        for (var i = 0; i < product.Length; i++)
        {
            product[i] *= weight[i];
        }

        if (link.ThresholdRow < 0)
        {
            return;
        }

        var threshold = draws[link.ThresholdRow];
        var width = Vector256.Create(link.Width);
        for (var i = 0; i < product.Length; i++)
        {
            var ramp = Vector256.Min(Vector256.Max((level[i] - threshold[i]) / width, Vector256<double>.Zero), Vector256<double>.One);
            var still = Vector256.Equals(level[i], Vector256<double>.Zero);
            product[i] *= Vector256.ConditionalSelect(still, Vector256<double>.Zero, ramp / level[i]);
        }
    }

    private ReadOnlySpan<double> Multiply(Span<Vector256<double>> product, ReadOnlySpan<Vector256<double>> term)
    {
        var scratch = products[products.Rows - 1];
        for (var i = 0; i < scratch.Length; i++)
        {
            scratch[i] = product[i] * term[i];
        }

        return products.Numbers(products.Rows - 1);
    }
}
