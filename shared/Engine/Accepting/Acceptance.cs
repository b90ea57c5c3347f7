using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;
using Parley.Engine.Valuing;

namespace Parley.Engine.Accepting;

/// <summary>
/// Who signs in a draw: no red line crossed, impact against no deal plus the cost of no deal at least the margin
/// (a bargaining range exists because conflict costs: Fearon 1995, International Organization 49, 379–414), and every
/// ratifier accepts too (Putnam 1988, International Organization 42, 427–460). A crossed red line is a refusal, however
/// high the sum.
/// </summary>
internal sealed class Acceptance
{
    /// <summary>In points: a sum of contributions that cancel is off by a few units of the last place, and no loss.</summary>
    private const double Rounding = 1e-12;

    private const int Loss = 0;
    private const int Place = 1;

    private readonly Model model;
    private readonly Components components;
    private readonly int[] crossed = new int[DrawMatrix.Capacity];
    private readonly double[] beyond = new double[DrawMatrix.Capacity];
    private readonly double[] furthest = new double[DrawMatrix.Capacity];
    private readonly DrawMatrix accepts;
    private readonly DrawMatrix joint = new(1);
    private readonly DrawMatrix largestLosses = new(2);
    private readonly RefusalStatistics places;

    public Acceptance(Model model, Components components, Statistics statistics)
    {
        this.model = model;
        this.components = components;
        places = new RefusalStatistics(model, statistics);
        accepts = new DrawMatrix(model.Stakeholders.Count);
    }

    /// <summary>Where the shares are counted.</summary>
    public RefusalStatistics Places => places;

    /// <summary>Counts acceptances and refusals; shares are formed when the block ends.</summary>
    public void Observe(DrawMatrix draws, ImpactRows impacts, BatchTally tally)
    {
        accepts.Draws = joint.Draws = largestLosses.Draws = draws.Draws;
        var all = joint.Numbers(0);
        all.Fill(1);
        foreach (var s in model.AcceptanceOrder)
        {
            Decide(draws, s, impacts.AgainstNoDeal, tally);
            var accepted = accepts.Numbers(s);
            tally.AddSum(places.Accepts(s), accepted);
            if (model.Stakeholders[s].Role == StakeholderRole.Veto)
            {
                TensorPrimitives.Multiply(all, accepted, all);
            }
        }

        tally.AddSum(places.Joint, all);
    }

    private void Decide(DrawMatrix draws, int s, ImpactRows.Side impacts, BatchTally tally)
    {
        FindCrossings(draws, s, tally);
        FindLargestLosses(impacts.Contributions, s);
        foreach (var piece in tally.Batch.Pieces)
        {
            Decide(draws, s, impacts.Totals.Numbers(s), piece, tally[piece]);
        }
    }

    private void Decide(DrawMatrix draws, int s, ReadOnlySpan<double> total, DrawPiece piece, Span<double> counts)
    {
        var of = model.Stakeholders[s];
        var accepted = accepts.Numbers(s);
        var largestLoss = largestLosses.Numbers(Place);
        var cost = draws.Numbers(of.CostRow);
        var margin = draws.Numbers(of.MarginRow);
        for (var d = piece.Place; d < piece.Place + piece.Count; d++)
        {
            accepted[d] = 0;
            if (crossed[d] >= 0)
            {
                counts[places.RedLine(s, crossed[d])]++;
            }
            else if (Refusing(of, d) is var ratifier and >= 0)
            {
                counts[places.Ratifier(s, ratifier)]++;
            }
            else if (total[d] + cost[d] < margin[d])
            {
                counts[places.Value(s, (int)largestLoss[d])]++;
            }
            else
            {
                accepted[d] = 1;
            }
        }
    }

    /// <summary>Finds in every draw the red line that is crossed furthest, and counts every crossing.</summary>
    private void FindCrossings(DrawMatrix draws, int s, BatchTally tally)
    {
        furthest.AsSpan().Clear();
        crossed.AsSpan().Fill(-1);
        var preferences = model.Stakeholders[s].Preferences;
        for (var k = 0; k < preferences.Count; k++)
        {
            var term = draws.Numbers(model.Worlds[Model.Deal].TermRows[preferences[k].Issue]);
            if (preferences[k].AtMostRow is var atMost and >= 0)
            {
                Cross(term, draws.Numbers(atMost), 1, k);
                tally.AddCountAbove(0, places.Crossing(s, k), beyond);
            }

            if (preferences[k].AtLeastRow is var atLeast and >= 0)
            {
                Cross(term, draws.Numbers(atLeast), -1, k);
                tally.AddCountAbove(0, places.Crossing(s, k), beyond);
            }
        }
    }

    /// <summary>Measures how far a line is crossed, and notes it in the draws where no other is crossed further.</summary>
    private void Cross(ReadOnlySpan<double> term, ReadOnlySpan<double> line, int sign, int preference)
    {
        for (var d = 0; d < term.Length; d++)
        {
            beyond[d] = sign * (term[d] - line[d]);
            if (beyond[d] > furthest[d])
            {
                furthest[d] = beyond[d];
                crossed[d] = preference;
            }
        }
    }

    /// <summary>The first ratifier who refuses, by its place in the list; −1 when all accept.</summary>
    private int Refusing(BoundStakeholder of, int draw)
    {
        for (var r = 0; r < of.RatifiedBy.Count; r++)
        {
            if (accepts.Numbers(of.RatifiedBy[r])[draw] == 0)
            {
                return r;
            }
        }

        return -1;
    }

    /// <summary>
    /// The place of the largest negative contribution among the stakeholder's components; −1 when nothing is lost by more
    /// than rounding.
    /// </summary>
    private void FindLargestLosses(DrawMatrix contributions, int s)
    {
        var loss = largestLosses[Loss];
        var place = largestLosses[Place];
        loss.Fill(Vector256.Create(-Rounding));
        place.Fill(Vector256.Create(-1.0));
        for (var c = components.Start(s); c < components.End(s); c++)
        {
            var contribution = contributions[c];
            var here = Vector256.Create((double)(c - components.Start(s)));
            for (var i = 0; i < loss.Length; i++)
            {
                var larger = Vector256.LessThan(contribution[i], loss[i]);
                loss[i] = Vector256.ConditionalSelect(larger, contribution[i], loss[i]);
                place[i] = Vector256.ConditionalSelect(larger, here, place[i]);
            }
        }
    }
}
