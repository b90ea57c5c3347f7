using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Comparing;

/// <summary>One scenario among those that are run on common draws.</summary>
internal sealed class ScenarioRun
{
    private ScenarioRun(string id, Scenario scenario, Model model, BlockWorker worker)
    {
        Id = id;
        Scenario = scenario;
        Model = model;
        Worker = worker;
        Tally = new Tally(worker.Statistics);
    }

    public string Id { get; }

    public Scenario Scenario { get; }

    public Model Model { get; }

    /// <summary>Holds the draws of the block that was run last.</summary>
    public BlockWorker Worker { get; }

    /// <summary>The statistics of the blocks that were run so far.</summary>
    public Tally Tally { get; }

    public static ScenarioRun Of(Situation situation, ComparedScenario compared, CommonSettings settings)
    {
        var scenario = compared.Scenario with
        {
            Draws = settings.Draws,
            Seed = settings.Seed,
            Horizon = settings.Horizon,
            ShortHorizon = settings.ShortHorizon,
            Analyses = Scenario.DefaultAnalyses,
        };
        var model = ModelBinder.Bind(situation, scenario);
        return new ScenarioRun(compared.Id, scenario, model, new BlockWorker(model, settings.Draws / LatinHypercube.Blocks, scenario.Analyses));
    }

    public void Run(int block, CancellationToken cancellation) => Worker.Run([block], Tally, cancellation);

    public ImpactStatistics Against(ImpactBaseline baseline) =>
        baseline == ImpactBaseline.NoDeal ? Worker.AgainstNoDeal! : Worker.AgainstStatusQuo!;

    /// <summary>A statistic by its place among this run's.</summary>
    public Estimate Of(Func<BlockWorker, int> place) => Tally[place(Worker)];
}
