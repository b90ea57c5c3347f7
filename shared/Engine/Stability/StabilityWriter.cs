using Parley.Engine.Estimating;
using Parley.Engine.Situations;

namespace Parley.Engine.Stability;

/// <summary>Turns the counts into the report.</summary>
internal sealed class StabilityWriter(Situation situation, OptionGraph graph, StabilityStatistics statistics)
{
    private const int Deal = 0;

    /// <summary>States reported besides the deal's.</summary>
    private const int StatesShown = 5;

    private readonly StabilityWording wording = new(situation);

    public StabilityReport Write(int draws)
    {
        var taken = graph.States.Aggregate(0, (all, state) => all | state);
        return new StabilityReport(
            null,
            draws,
            graph.States.Count,
            OptionsIn(~taken),
            [.. Enumerable.Range(0, graph.Owners.Count).Select(Compliance)],
            State(Deal),
            [
                .. Enumerable.Range(0, graph.States.Count)
                    .Where(state => statistics.Joint(SolutionConcept.Gmr, state).Value > 0)
                    .OrderByDescending(state => Settled.Of(statistics.Joint(SolutionConcept.Seq, state)))
                    .ThenByDescending(state => Settled.Of(statistics.Joint(SolutionConcept.Smr, state)))
                    .ThenByDescending(state => Settled.Of(statistics.Joint(SolutionConcept.Gmr, state)))
                    .Take(StatesShown)
                    .Select(State),
            ]);
    }

    private StateStability State(int state) => new(
        OptionsIn(graph.States[state]),
        state == Deal ? null : wording.State(OptionsIn(graph.States[state])),
        new ConceptShares(
            statistics.Joint(SolutionConcept.Nash, state),
            statistics.Joint(SolutionConcept.Gmr, state),
            statistics.Joint(SolutionConcept.Smr, state),
            statistics.Joint(SolutionConcept.Seq, state)),
        [.. graph.Owners.Select((owner, i) => new OwnStability(owner, new ConceptShares(
            statistics.Stable(SolutionConcept.Nash, i, state),
            statistics.Stable(SolutionConcept.Gmr, i, state),
            statistics.Stable(SolutionConcept.Smr, i, state),
            statistics.Stable(SolutionConcept.Seq, i, state))))]);

    private Compliance Compliance(int i)
    {
        RestraintShare[] shares = [.. Enum.GetValues<Restraint>().Select(kind => new RestraintShare(kind, statistics.Restrained(i, kind)))];
        var usual = shares.MaxBy(share => Settled.Of(share.Share))!;
        var incentive = statistics.Usual(i, usual.Kind) is { } found
            ? new Incentive(OptionsIn(graph.States[found.Temptation.To]), Steps(found.Temptation), found.Share)
            : null;
        var stakeholder = situation.Stakeholders.Single(s => s.Id == graph.Owners[i]);
        var canMove = graph.Model.Moves(i, Deal).Length > 0;
        return new Compliance(
            stakeholder.Id, stakeholder.Name, shares, usual.Kind, incentive, wording.Sentence(stakeholder.Name, usual, incentive, canMove), canMove);
    }

    private SanctionStep[] Steps(Temptation temptation)
    {
        var steps = new SanctionStep[temptation.Sanction.Count];
        var before = graph.States[temptation.To];
        for (var n = 0; n < steps.Length; n++)
        {
            var after = graph.States[temptation.Sanction[n].To];
            steps[n] = new SanctionStep(graph.Owners[temptation.Sanction[n].Mover], OptionsIn(after & ~before), OptionsIn(before & ~after));
            before = after;
        }

        return steps;
    }

    private string[] OptionsIn(int mask) => [.. situation.Options.Where((_, place) => (mask >> place & 1) == 1).Select(option => option.Id)];
}
