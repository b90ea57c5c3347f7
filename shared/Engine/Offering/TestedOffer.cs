using System.Runtime.InteropServices;
using Parley.Engine.Estimating;

namespace Parley.Engine.Offering;

/// <summary>What fresh draws say of an offer.</summary>
internal sealed class TestedOffer
{
    private readonly int stakeholders;
    private readonly int needed;
    private readonly int changes;
    private readonly int accepts;
    private readonly int byMove;
    private readonly int gains;
    private readonly Tally tally;
    private readonly List<double>[] slacks;

    public TestedOffer(OfferProblem problem, double[] terms)
    {
        Terms = terms;
        Moved = [.. Enumerable.Range(0, terms.Length).Where(k => terms[k] != problem.Terms[k].Start)];
        (stakeholders, needed) = (problem.Model.Stakeholders.Count, problem.Needed.Count);
        var statistics = new Statistics();
        changes = statistics.Reserve(stakeholders);
        accepts = statistics.Reserve(needed + 1);
        byMove = statistics.Reserve(Moved.Count * stakeholders);
        gains = statistics.Reserve(problem.Vetoes.Count);
        tally = new Tally(statistics.Count);
        slacks = [.. problem.Vetoes.Select(_ => new List<double>())];
    }

    public double[] Terms { get; }

    /// <summary>Places of the terms that move.</summary>
    public IReadOnlyList<int> Moved { get; }

    /// <summary>Change of a stakeholder's impact against the original.</summary>
    public Estimate Change(int stakeholder) => tally[changes + stakeholder];

    /// <summary>The part of a change that is lost without one of the moves.</summary>
    public Estimate ByMove(int move, int stakeholder) => tally[byMove + (move * stakeholders) + stakeholder];

    /// <summary>Share of draws in which one whose consent is needed accepts.</summary>
    public Estimate Accepts(int place) => tally[accepts + place];

    /// <summary>Share of draws in which all veto players accept.</summary>
    public Estimate Joint => tally[accepts + needed];

    /// <summary>Each veto player's median value slack.</summary>
    public IReadOnlyList<Estimate> Gains => [.. slacks.Select((_, i) => tally[gains + i])];

    public void Change(int block, int stakeholder, double sum) => tally.Block(block)[changes + stakeholder] += sum;

    public void Accepts(int block, int place, double sum) => tally.Block(block)[accepts + place] += sum;

    public void ByMove(int block, int move, int stakeholder, double sum) => tally.Block(block)[byMove + (move * stakeholders) + stakeholder] += sum;

    public void Slack(int veto, ReadOnlySpan<double> draws) => slacks[veto].AddRange(draws);

    /// <summary>Sums become means.</summary>
    public void EndBlock(int block, int draws)
    {
        foreach (ref var sum in tally.Block(block))
        {
            sum /= draws;
        }

        var quantiles = new Quantiles();
        for (var i = 0; i < slacks.Length; i++)
        {
            quantiles.Compute(CollectionsMarshal.AsSpan(slacks[i]), [0.5], tally.Block(block).Slice(gains + i, 1));
            slacks[i].Clear();
        }
    }
}
