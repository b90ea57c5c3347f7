using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Driving;

/// <summary>
/// What drives it? Sobol' indices of chosen outputs over the independent inputs of the sample, a tornado, and boxes of
/// judgements that tell the cases of interest from the others. The samples are of their own, from the scenario's seed and keys.
/// </summary>
internal static class DriversAnalysis
{
    private const string NothingAsked =
        "No output was named, and there is no veto player whose impact could be looked at instead; name one in drivers.outputs.";

    private const string TooLarge =
        "The web of causes, by years and outcomes of no deal, is too large to be followed for every input; ask for a shorter horizon or for outputs that need less of it.";

    /// <summary>Looks at the drivers of a checked scenario; the number of threads changes no byte.</summary>
    /// <param name="cancellation">Looked at before every input of a chunk.</param>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static Answer<DriversReport> Run(Situation situation, Scenario scenario, int threads, CancellationToken cancellation)
    {
        var plan = new DrivingPlan(situation, scenario);
        if (plan.Outputs.Count == 0)
        {
            return new Answer<DriversReport>(null, NothingAsked);
        }

        if (plan.IsTooLarge)
        {
            return new Answer<DriversReport>(null, TooLarge);
        }

        var worker = new DrivingWorker(plan);
        var sums = new DrivingSums(plan, worker.Centres());
        Chunks.Run(
            plan.Sample.Chunks, threads, worker, () => new DrivingWorker(plan), (chunk, each) => each.Run(chunk, sums, cancellation), cancellation);
        return new Answer<DriversReport>(new DriversReportWriter(plan, sums, new InputWording(situation, plan.Graph.Model.Quantities.Judgements)).Write(threads, cancellation), null);
    }

    /// <summary>Independent inputs of a checked scenario: what the work grows with.</summary>
    public static int CountInputs(Situation situation, Scenario scenario) =>
        DrivingPlan.Bind(situation, scenario).Quantities.Judgements.Count(Input.IsInput);
}
