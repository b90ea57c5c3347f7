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
    private readonly int[] crossed;
    private readonly DrawMatrix accepts;
    private readonly DrawMatrix joint = new(1);
    private readonly DrawMatrix largestLosses = new(2);
    private readonly RefusalStatistics places;

    public Acceptance(Model model, Components components, Statistics statistics)
    {
        this.model = model;
        this.components = components;
        places = new RefusalStatistics(model, statistics);
        crossed = new int[DrawMatrix.Capacity];
        accepts = new DrawMatrix(model.Stakeholders.Count);
    }

    /// <summary>Where the shares are counted.</summary>
    public RefusalStatistics Places => places;

    /// <summary>Counts acceptances and refusals; shares are formed when the block ends.</summary>
    public void Observe(DrawMatrix draws, ImpactRows impacts, Span<double> tally)
    {
        accepts.Draws = joint.Draws = largestLosses.Draws = draws.Draws;
        var all = joint.Numbers(0);
        all.Fill(1);
        foreach (var s in model.AcceptanceOrder)
        {
            Decide(draws, s, impacts.AgainstNoDeal, tally);
            var accepted = accepts.Numbers(s);
            tally[places.Accepts(s)] += TensorPrimitives.Sum<double>(accepted);
            if (model.Stakeholders[s].Role == StakeholderRole.Veto)
            {
                TensorPrimitives.Multiply(all, accepted, all);
            }
        }

        tally[places.Joint] += TensorPrimitives.Sum<double>(all);
    }

    private void Decide(DrawMatrix draws, int s, ImpactRows.Side impacts, Span<double> tally)
    {
        var of = model.Stakeholders[s];
        FindCrossings(draws, s, tally);
        var accepted = accepts.Numbers(s);
        FindLargestLosses(impacts.Contributions, s);
        var largestLoss = largestLosses.Numbers(Place);
        var total = impacts.Totals.Numbers(s);
        var cost = draws.Numbers(of.CostRow);
        var margin = draws.Numbers(of.MarginRow);
        for (var d = 0; d < accepted.Length; d++)
        {
            accepted[d] = 0;
            if (crossed[d] >= 0)
            {
                tally[places.RedLine(s, crossed[d])]++;
            }
            else if (Refusing(of, d) is var ratifier and >= 0)
            {
                tally[places.Ratifier(s, ratifier)]++;
            }
            else if (total[d] + cost[d] < margin[d])
            {
                tally[places.Value(s, (int)largestLoss[d])]++;
            }
            else
            {
                accepted[d] = 1;
            }
        }
    }

    /// <summary>Finds in every draw the red line that is crossed furthest, and counts every crossing.</summary>
    private void FindCrossings(DrawMatrix draws, int s, Span<double> tally)
    {
        Span<double> furthest = stackalloc double[DrawMatrix.Capacity];
        furthest.Clear();
        crossed.AsSpan().Fill(-1);
        var preferences = model.Stakeholders[s].Preferences;
        for (var k = 0; k < preferences.Count; k++)
        {
            var term = draws.Numbers(model.Worlds[Model.Deal].TermRows[preferences[k].Issue]);
            if (preferences[k].AtMostRow is var atMost and >= 0)
            {
                tally[places.Crossing(s, k)] += Cross(term, draws.Numbers(atMost), 1, k, furthest);
            }

            if (preferences[k].AtLeastRow is var atLeast and >= 0)
            {
                tally[places.Crossing(s, k)] += Cross(term, draws.Numbers(atLeast), -1, k, furthest);
            }
        }
    }

    /// <summary>Counts the draws in which a line is crossed, and notes it in those where no other is crossed further.</summary>
    private int Cross(ReadOnlySpan<double> term, ReadOnlySpan<double> line, int sign, int preference, Span<double> furthest)
    {
        var crossings = 0;
        for (var d = 0; d < term.Length; d++)
        {
            var beyond = sign * (term[d] - line[d]);
            if (beyond > 0)
            {
                crossings++;
                if (beyond > furthest[d])
                {
                    furthest[d] = beyond;
                    crossed[d] = preference;
                }
            }
        }

        return crossings;
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
