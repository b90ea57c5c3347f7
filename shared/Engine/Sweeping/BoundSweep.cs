using Parley.Engine.Binding;
using Parley.Engine.Driving;
using Parley.Engine.Recomputing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Sweeping;

/// <summary>A sweep with its places in a model.</summary>
/// <param name="TermRows">Rows of the varied terms.</param>
/// <param name="Outputs">In the sweep's order.</param>
/// <param name="Impacts">Rows of the impacts against no deal at the horizon, a stakeholder each.</param>
internal sealed record BoundSweep(Model Model, OutputGraph Graph, int[] TermRows, IReadOnlyList<BoundOutput> Outputs, int[] Impacts)
{
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static BoundSweep Of(Situation situation, Sweep sweep)
    {
        // What an output may ask for must be bound, whatever the base scenario's analyses.
        var scenario = sweep.Base with { Draws = sweep.Draws, Analyses = Scenario.DefaultAnalyses };
        var model = ModelBinder.Bind(situation, scenario, [.. sweep.Varied.Select(term => term.Issue)]);
        var builder = new OutputGraphBuilder(model);
        BoundOutput[] outputs = [.. sweep.Outputs.Select(output => BoundOutput.Of(new Output(output.Of), model, builder))];
        if (outputs.FirstOrDefault(output => output.Reason is not null) is { } missing)
        {
            throw new ArgumentException($"{missing.Name}: {missing.Reason}");
        }

        int[] impacts = [.. model.Stakeholders.Select((_, s) => builder.Impact(s, againstNoDeal: true, model.Horizon))];
        return new BoundSweep(model, builder.Build(), [.. sweep.Varied.Select(term => Row(model, term.Issue))], outputs, impacts);
    }

    private static int Row(Model model, string issue)
    {
        var place = model.Issues.Select(each => each.Id).ToList().IndexOf(issue);
        return place >= 0 ? model.Worlds[Model.Deal].TermRows[place] : throw new ArgumentException($"There is no {issue}.");
    }
}
