using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Who would sign where bargaining ends: the acceptance of a scenario that decides these terms and says nothing else, on the draws of the
/// scenario at hand, so that both can be compared draw by draw; one with more
/// than 10,000 has 10,000 others here, from its own seed. Costs what that acceptance costs.
/// </summary>
internal sealed class OutcomeConsent(Situation situation, Scenario scenario, CancellationToken cancellation)
{
    /// <summary>Draws at most, for work that does not grow with the scenario's; as many as a scenario has that does not say.</summary>
    private const int MostDraws = Scenario.DefaultDraws;

    /// <param name="terms">Issues with their values; where an issue is not among them, the status quo holds.</param>
    public OutcomeAcceptance Of(IEnumerable<(string Issue, double Value)> terms)
    {
        var deal = scenario with
        {
            // A weighted mean can end beyond the scale by its last digit.
            Terms = [.. terms.Select(term => new Term(term.Issue, TriangularRange.Exactly(Math.Clamp(term.Value, 0, 100)), true, null))],
            Draws = Math.Min(scenario.Draws, MostDraws),
            Analyses = [Analysis.Acceptance],
        };
        var model = ModelBinder.Bind(situation, deal);
        var drawsPerBlock = deal.Draws / LatinHypercube.Blocks;
        var worker = new BlockWorker(model, drawsPerBlock, deal.Analyses);
        var tally = new Tally(worker.Statistics);
        foreach (var blocks in DrawBatch.Blocks(drawsPerBlock, threads: 1))
        {
            worker.Run(blocks, tally, cancellation);
        }

        var places = worker.Acceptance!.Places;
        return new OutcomeAcceptance(
            deal.Draws,
            tally[places.Joint],
            [
                .. model.Stakeholders.Index().Where(each => each.Item.Role == StakeholderRole.Veto)
                    .Select(each => new OutcomeSigner(each.Item.Id, each.Item.Name, tally[places.Accepts(each.Index)])),
            ]);
    }
}
