using System.Runtime.Intrinsics;
using Parley.Engine.Recomputing;
using Parley.Engine.Sampling;

namespace Parley.Engine.Offering;

/// <summary>
/// The draws on which offers are searched for: 20 blocks of 50, whatever the scenario's own sample, the same for every
/// offer. Terms are set, and only what they reach is computed again.
/// </summary>
internal sealed class FixedDraws
{
    public const int PerBlock = 50;
    public const int Count = PerBlock * LatinHypercube.Blocks;

    /// <summary>Blocks in one part, of 250 draws: nodes run over few draws badly, and over more than 256 not at all.</summary>
    private const int BlocksTogether = 5;

    /// <summary>Reached nodes are kept for so many sets of terms.</summary>
    private const int SetsKept = 200;

    private readonly OfferProblem problem;
    private readonly CancellationToken cancellation;
    private readonly GraphRows[] parts;
    private readonly double[] given;
    private readonly double[] slacks;
    private readonly Dictionary<long, IReadOnlyList<Node>> reached = [];

    public FixedDraws(OfferProblem problem, CancellationToken cancellation)
    {
        this.problem = problem;
        this.cancellation = cancellation;
        given = problem.Start();
        slacks = new double[problem.Conditions.Count * Count];
        parts = [.. Enumerable.Range(0, LatinHypercube.Blocks / BlocksTogether).Select(_ => new GraphRows(problem.Graph))];
        var sampler = new Sampler(problem.Model.Quantities, PerBlock);
        var block = new DrawMatrix(problem.Model.Quantities.Rows) { Draws = PerBlock };
        for (var b = 0; b < LatinHypercube.Blocks; b++)
        {
            sampler.Begin(b);
            sampler.Write(0, block);
            Copy(block, parts[b / BlocksTogether].Quantities, b % BlocksTogether * PerBlock);
        }

        foreach (var part in parts)
        {
            part.Compute();
        }
    }

    /// <summary>How often terms were tried.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The slack of a condition in every draw, for the terms last set.</summary>
    public ReadOnlySpan<double> Slack(int condition) => slacks.AsSpan(condition * Count, Count);

    /// <summary>A quantity in every draw.</summary>
    public double[] Quantity(int row) => [.. parts.SelectMany(part => part.Numbers(row).ToArray())];

    /// <summary>Computes every condition's slack for these terms.</summary>
    public void Set(ReadOnlySpan<double> terms)
    {
        cancellation.ThrowIfCancellationRequested();
        Evaluations++;
        for (var p = 0; p < parts.Length; p++)
        {
            Change(parts[p], terms);
            for (var c = 0; c < problem.Conditions.Count; c++)
            {
                parts[p].Numbers(problem.Conditions[c].Row).CopyTo(slacks.AsSpan((c * Count) + (p * BlocksTogether * PerBlock)));
            }

            parts[p].Restore();
        }
    }

    /// <summary>Makes these terms the ones from which changes are computed: what differs from them in one term is cheap.</summary>
    public void StandAt(ReadOnlySpan<double> terms)
    {
        foreach (var part in parts)
        {
            Change(part, terms);
            part.Keep();
        }

        terms.CopyTo(given);
    }

    private void Change(GraphRows part, ReadOnlySpan<double> terms)
    {
        var changed = 0L;
        for (var k = 0; k < terms.Length; k++)
        {
            if (terms[k] != given[k])
            {
                changed |= 1L << k;
                part.Change(problem.Terms[k].Row).Fill(Vector256.Create(terms[k]));
            }
        }

        part.Recompute(Reached(changed));
    }

    private IReadOnlyList<Node> Reached(long changed)
    {
        if (!reached.TryGetValue(changed, out var nodes))
        {
            nodes = problem.Graph.ReachedFrom(problem.Terms.Where((_, k) => (changed >> k & 1) != 0).Select(term => term.Row));
            if (reached.Count < SetsKept)
            {
                reached.Add(changed, nodes);
            }
        }

        return nodes;
    }

    private static void Copy(DrawMatrix block, DrawMatrix part, int start)
    {
        part.Draws = PerBlock * BlocksTogether;
        for (var row = 0; row < block.Rows; row++)
        {
            // What is behind the last draw is computed with it, and so must be harmless.
            part[row][^1] = block[row][0];
            block.Numbers(row).CopyTo(part.Numbers(row)[start..]);
        }
    }
}
