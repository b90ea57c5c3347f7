using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Comparing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Comparing;

/// <summary>Reads the stored inputs that a comparison is about, and settles what it runs with.</summary>
public sealed class ComparisonPlans(ScenarioTable scenarios, StoredDocuments stored)
{
    /// <exception cref="RefusedException">A scenario is not there or can no longer be read, or they cannot be compared.</exception>
    public async Task<ComparisonPlan> MakeAsync(ComparisonQuery query, CancellationToken cancellation)
    {
        var found = await FindAsync(query.Ids, cancellation);
        var read = new List<(Situation Situation, Scenario Scenario)>();
        try
        {
            foreach (var (row, submission) in found)
                read.Add(await stored.ReadAsync(row, submission, cancellation));
        }
        catch (UnanswerableException unreadable)
        {
            throw new RefusedException(Problems.Of(StatusCodes.Status422UnprocessableEntity, "The scenarios cannot be compared", unreadable.Message));
        }

        var situation = read[0].Situation;
        var most = ComparisonCost.MostDraws(situation, read.Max(each => each.Scenario.Horizon), read.Count);
        Check(query, found, most);
        Scenario[] inputs = [.. read.Select(each => each.Scenario)];
        var (settings, chosen) = Settle(query, inputs, most);
        return new ComparisonPlan(
            situation,
            [.. inputs.Zip(query.Ids, (scenario, id) => new ComparedScenario($"{id}", scenario))],
            settings,
            chosen,
            ComparisonCost.Of(situation, settings.Horizon, inputs.Length, settings.Draws),
            ComparisonKey.Of(EngineVersion.Current, found[0].Row.Situation, found.Select(each => (each.Row.Id, each.Submission)), settings));
    }

    // In whatever state: it is the inputs that are run, again.
    private async Task<IReadOnlyList<(ScenarioRow Row, byte[] Submission)>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(ids.Select(id => scenarios.FindSubmissionAsync(id, cancellation).OrRefuseAsync($"{ScenarioRow.Noun} {id}")));
        var missing = ids.Zip(rows).Where(each => each.Second is not var (row, _) || row.Status.IsGone()).Select(each => each.First).ToArray();
        return missing.Length == 0 ? [.. rows.Select(row => row!.Value)] : throw new RefusedException(NotThere(missing));
    }

    private static ProblemHttpResult NotThere(Guid[] missing) =>
        Problems.Of(StatusCodes.Status404NotFound, "Not found", $"There is no scenario {string.Join(", nor ", missing)}.", ("ids", missing));

    private static void Check(ComparisonQuery query, IReadOnlyList<(ScenarioRow Row, byte[] Submission)> found, int most)
    {
        var first = found[0].Row.Situation;
        var problems = found.Select(each => each.Row).Where(row => (row.Situation.Id, row.Situation.Hash) != (first.Id, first.Hash)).Select(row => new ParameterProblem(
            "ids",
            $"{row.Id} was accepted under version {row.Situation.Number} of {row.Situation.Id}, the first under version {first.Number} of {first.Id}; "
            + "only scenarios on one version of one situation can be compared.")).ToList();
        if (query.Draws > most)
        {
            problems.Add(new ParameterProblem(
                "draws", $"draws must be at most {most} for {found.Count} scenarios on this situation, so that the answer comes within seconds."));
        }

        if (problems.Count > 0)
            throw new RefusedException(Problems.Invalid(problems));
    }

    private static (CommonSettings Settings, ChosenSettings Chosen) Settle(ComparisonQuery query, Scenario[] inputs, int most)
    {
        var fewest = inputs.Min(input => input.Draws);
        var settings = new CommonSettings(
            query.Draws ?? Math.Min(fewest, most), query.Seed ?? inputs[0].Seed, inputs.Max(input => input.Horizon), inputs[0].ShortHorizon);
        return (settings, new ChosenSettings(
            query.Draws is not null ? "as asked for"
                : fewest <= most ? "the fewest that one of them has"
                : "the most that are answered within seconds; all of them have more",
            query.Seed is not null ? "as asked for" : "that of the first",
            "the longest that one of them has",
            "that of the first"));
    }
}
