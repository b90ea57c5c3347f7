using Parley.Engine.Binding;
using Parley.Engine.Recomputing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Driving;

/// <summary>What is computed: chosen outputs, the independent inputs that reach them, and the judgements to be drawn.</summary>
internal sealed class DrivingPlan
{
    /// <summary>Rows of a graph: two numbers for each of 256 draws, so at most 200 MB a thread.</summary>
    private const int MostRows = 50_000;

    /// <summary>Rows times inputs, each of which has a list of what it reaches.</summary>
    private const long MostReached = 10_000_000;

    public DrivingPlan(Situation situation, Scenario scenario)
    {
        var request = scenario.Drivers ?? DriversRequest.Default;
        Seed = scenario.Seed;
        Sample = new BlockedSample(request.Points);
        Resamples = request.Resamples;

        var model = Bind(situation, scenario);
        var builder = new OutputGraphBuilder(model);
        Outputs = BoundOutput.Of(request, model, builder);
        Graph = builder.Build();
        Given = [.. Outputs.Where(output => output.Row >= 0)];
        var (rows, inputs) = ((long)Graph.Nodes.Count, model.Quantities.Judgements.Count(Input.IsInput));
        IsTooLarge = rows > MostRows || rows * inputs > MostReached;
        All = IsTooLarge ? [] : Input.Of(Graph);
        Inputs = [.. All.Where(input => Given.Any(output => input.ReachedRows.Contains(output.Row)))];
        var read = Graph.Nodes.SelectMany(node => node.Sources).ToHashSet();
        var factors = model.Quantities.Judgements.Where(j => read.Contains(j.Row)).Select(j => j.FactorRow).ToHashSet();
        Judgements = [.. model.Quantities.Judgements.Where(j => read.Contains(j.Row) || factors.Contains(j.Row))];
    }

    /// <summary>Every output can be asked for, whatever the other analyses are.</summary>
    public static Model Bind(Situation situation, Scenario scenario) =>
        ModelBinder.Bind(situation, scenario with { Analyses = [Analysis.Durability, Analysis.Measures] });

    /// <summary>True where the outputs need more than can be followed input by input; then nothing else is planned.</summary>
    public bool IsTooLarge { get; }

    public long Seed { get; }

    public BlockedSample Sample { get; }

    public int Resamples { get; }

    public OutputGraph Graph { get; }

    /// <summary>All outputs that were asked for.</summary>
    public IReadOnlyList<BoundOutput> Outputs { get; }

    /// <summary>Those that the situation gives.</summary>
    public IReadOnlyList<BoundOutput> Given { get; }

    /// <summary>Every independent input of the sample.</summary>
    public IReadOnlyList<Input> All { get; }

    /// <summary>Those that reach an output.</summary>
    public IReadOnlyList<Input> Inputs { get; }

    /// <summary>What has to be drawn.</summary>
    public IReadOnlyList<Judgement> Judgements { get; }

    /// <summary>Chunks on which the tornado runs: a quarter of the sample, which is plenty for paired differences.</summary>
    public int TornadoChunks => Math.Max(1, Sample.Chunks / 4);

    /// <summary>One of the samples of this analysis, by its name.</summary>
    public InputSample Draw(string name) => new(Graph.Model.Quantities, Judgements, Seed, name, Sample);

    /// <summary>Places in <see cref="Inputs"/> of those that reach one output.</summary>
    public IReadOnlyList<int> Reaching(BoundOutput output) =>
        [.. Enumerable.Range(0, Inputs.Count).Where(i => Inputs[i].ReachedRows.Contains(output.Row))];
}
