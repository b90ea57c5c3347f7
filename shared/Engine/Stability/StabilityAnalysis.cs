using Parley.Engine.Binding;
using Parley.Engine.Following;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Valuing;

namespace Parley.Engine.Stability;

/// <summary>
/// Is complying stable? Builds the graph model of the situation's options, ranks its states for every owner by their total
/// value, draw by draw, and judges them. The draws are a sample of their own, from the scenario's seed and keys: at most
/// 500, which keeps a standard error of a share near 2 % at most, and fewer where the graph is large, so that the work
/// stays bounded.
/// </summary>
internal sealed class StabilityAnalysis
{
    private const int MostDrawsPerBlock = 25;
    private const int FewestDrawsPerBlock = 2;

    /// <summary>Steps of the walk, moves × decision makers², that all draws together may take.</summary>
    private const long MostSteps = 60_000_000;

    private readonly Model model;
    private readonly OptionGraph graph;
    private readonly StabilitySolver solver;
    private readonly StateValues states;
    private readonly Sampler sampler;
    private readonly DrawMatrix draws;
    private readonly Odds odds;
    private readonly ImpactRows impacts;
    private readonly IssueValues values;
    private readonly EffectWeb effects;
    private readonly int[] owners;
    private readonly int[][] ranks;
    private readonly int drawsPerBlock;
    private readonly StabilityStatistics statistics;

    private StabilityAnalysis(Situation situation, Scenario scenario, OptionGraph graph)
    {
        this.graph = graph;
        model = ModelBinder.Bind(situation, scenario);
        states = new StateValues(model, situation.Options, graph, model.Quantities);
        drawsPerBlock = DrawsPerBlock(graph.Model, scenario.Draws / LatinHypercube.Blocks);
        sampler = new Sampler(model.Quantities, drawsPerBlock);
        draws = new DrawMatrix(model.Quantities.Rows) { Draws = drawsPerBlock };
        var components = new Components(model);
        odds = new Odds(model);
        impacts = new ImpactRows(model, components, odds);
        values = new IssueValues(model, components);
        effects = new EffectWeb(model, new EffectSchedule(model), values);
        owners = [.. graph.Owners.Select(id => Enumerable.Range(0, model.Stakeholders.Count).Single(s => model.Stakeholders[s].Id == id))];
        ranks = [.. owners.Select(_ => new int[graph.States.Count])];
        solver = new StabilitySolver(graph.Model);
        statistics = new StabilityStatistics(graph.Model, drawsPerBlock);
    }

    /// <summary>Judges the options of a checked situation under a checked scenario.</summary>
    /// <param name="cancellation">Looked at in every draw.</param>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static StabilityReport Run(Situation situation, Scenario scenario, CancellationToken cancellation)
    {
        if (OptionGraph.Of(situation.Options, out var reason) is not { } graph)
        {
            return new StabilityReport(reason, 0, 0, [], [], null, []);
        }

        var analysis = new StabilityAnalysis(situation, scenario, graph);
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            analysis.Run(block, cancellation);
        }

        return new StabilityWriter(situation, graph, analysis.statistics).Write(analysis.drawsPerBlock * LatinHypercube.Blocks);
    }

    private static int DrawsPerBlock(GraphModel graph, int atMost)
    {
        var moves = 0L;
        for (var i = 0; i < graph.DecisionMakers; i++)
        {
            for (var state = 0; state < graph.States; state++)
            {
                moves += graph.Moves(i, state).Length;
            }
        }

        var affordable = MostSteps / (moves * graph.DecisionMakers * graph.DecisionMakers * LatinHypercube.Blocks);
        return Math.Min(atMost, (int)Math.Clamp(affordable, FewestDrawsPerBlock, MostDrawsPerBlock));
    }

    private void Run(int block, CancellationToken cancellation)
    {
        sampler.Begin(block);
        sampler.Write(0, draws);
        impacts.Clear(draws.Draws);
        odds.Compute(draws);
        values.Compute(draws, impacts);
        effects.Compute(draws);
        for (var draw = 0; draw < drawsPerBlock; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            states.Compute(draws, draw, values, effects);
            for (var i = 0; i < owners.Length; i++)
            {
                Ranks.Of(states.Of(owners[i]), ranks[i]);
            }

            statistics.Observe(block, solver.Solve(ranks), ranks);
        }
    }
}
