using Parley.Engine.Comparing;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;

namespace Parley.Engine;

/// <summary>The engine's door for questions about several scenarios at once.</summary>
public static class Comparer
{
    public const int Fewest = 2;
    public const int Most = 4;

    /// <summary>
    /// Runs scenarios again on common random numbers and reports what differs between every two of them, by paired
    /// differences. What a scenario says of draws, seed, horizons and analyses is not looked at. The result is a pure
    /// function of the documents and settings.
    /// </summary>
    /// <param name="situation">A checked situation, the same for all.</param>
    /// <param name="scenarios">2 to 4 scenarios checked against it, each with an id of its own.</param>
    /// <param name="settings">What all are run with.</param>
    /// <param name="cancellation">Looked at every few hundred draws.</param>
    /// <exception cref="ArgumentException">
    /// Too few or too many scenarios, one id twice, another situation's scenario, documents that do not fit together, draws
    /// that are not a positive multiple of 20, or a short horizon that is not from 1 to the horizon.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Comparison Compare(
        Situation situation, IReadOnlyList<ComparedScenario> scenarios, CommonSettings settings, CancellationToken cancellation)
    {
        Check(situation, scenarios, settings);
        ScenarioRun[] runs = [.. scenarios.Select(scenario => ScenarioRun.Of(situation, scenario, settings))];
        var quantities = new ComparedQuantities(runs[0].Model);
        RunPair[] pairs = [.. Pairs(runs, quantities, settings.Draws / LatinHypercube.Blocks)];
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            foreach (var run in runs)
            {
                run.Run(block, cancellation);
            }

            foreach (var pair in pairs)
            {
                pair.EndBlock(block);
            }
        }

        PairComparison[] compared = [.. pairs.Select(pair => new PairWriter(pair, quantities).Write())];
        return new Comparison(
            EngineVersion.Current,
            situation.Id,
            settings.Seed,
            settings.Draws,
            settings.Horizon,
            settings.ShortHorizon,
            [.. runs.Select(run => new ScenarioTitle(run.Id, run.Scenario.Title, run.Model.Hazard?.Base.Id))],
            new ScenarioOrders(runs, pairs, compared).Find(),
            compared,
            ComparisonWording.Note,
            ComparisonWording.Rule);
    }

    private static IEnumerable<RunPair> Pairs(ScenarioRun[] runs, ComparedQuantities quantities, int drawsPerBlock) =>
        from first in Enumerable.Range(0, runs.Length)
        from second in Enumerable.Range(first + 1, runs.Length - first - 1)
        select new RunPair(runs[first], runs[second], quantities.All, drawsPerBlock);

    private static void Check(Situation situation, IReadOnlyList<ComparedScenario> scenarios, CommonSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scenarios.Count, Fewest, nameof(scenarios));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scenarios.Count, Most, nameof(scenarios));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Draws, LatinHypercube.Blocks, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.Draws % LatinHypercube.Blocks, 0, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.ShortHorizon, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.ShortHorizon, settings.Horizon, nameof(settings));
        if (scenarios.DistinctBy(scenario => scenario.Id).Count() < scenarios.Count)
        {
            throw new ArgumentException("Two scenarios have one id.", nameof(scenarios));
        }

        if (scenarios.FirstOrDefault(scenario => scenario.Scenario.Situation != situation.Id) is { } other)
        {
            throw new ArgumentException($"{other.Id} is about {other.Scenario.Situation}, not {situation.Id}.", nameof(scenarios));
        }
    }
}
