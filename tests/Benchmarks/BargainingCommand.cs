using System.Globalization;
using Parley.Benchmarks.Speed;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests;

namespace Parley.Benchmarks;

/// <summary>
/// What the analysis <c>bargaining</c> costs where all must consent and can agree, in draws of one other analysis: the numbers
/// between which <see cref="Contracts.EvaluationCost"/> lies.
/// </summary>
internal static class BargainingCommand
{
    public static int Run()
    {
        foreach (var (players, issues) in new[] { (12, 15), (40, 30) })
        {
            var situation = Agreeable(ReferenceSize.Situation(players, issues));
            var scenario = ReferenceSize.Scenario(issues);
            var impacts = Measured.Of(() => Evaluate(situation, scenario, Analysis.Impacts)).Cpu;
            var begun = Environment.CpuUsage.TotalTime;
            var report = Evaluate(situation, scenario, Analysis.Bargaining).Bargaining!;
            var bargaining = (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{players} veto players × {issues} issues: {bargaining:0.0} s of one core, as much as {bargaining / impacts * scenario.Draws / 1e6:0.0} million draws of impacts; answers found in {report.Outcomes.Min(outcome => outcome.Found.Value):0 %} of the draws at least"));
        }

        return 0;
    }

    /// <summary>Everyone may refuse, nobody has red lines, and no deal costs everyone more than it could gain.</summary>
    private static Situation Agreeable(Situation situation) => situation with
    {
        Stakeholders =
        [
            .. situation.Stakeholders.Select(s => s with
            {
                Role = StakeholderRole.Veto,
                RatifiedBy = [],
                Preferences = [.. s.Preferences.Select(p => p with { RedLine = null })],
            }),
        ],
        Baselines = situation.Baselines with
        {
            NoDeal = situation.Baselines.NoDeal with
            {
                Costs = [.. situation.Stakeholders.Select(s => new StakeholderCost(s.Id, TriangularRange.Exactly(60)))],
            },
        },
    };

    private static Evaluation Evaluate(Situation situation, Scenario scenario, Analysis analysis) =>
        Evaluator.Evaluate(situation, scenario with { Analyses = [analysis] }, new EvaluationSettings(1), CancellationToken.None);
}
