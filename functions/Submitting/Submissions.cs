using Parley.Contracts;
using Parley.Functions.Describing;

namespace Parley.Functions.Submitting;

/// <summary>Reads submissions against the current content of the situation that they name.</summary>
public sealed class Submissions(KnownSituations situations)
{
    public async Task<Reading<Submission>> ReadAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        if (ScenarioReader.SituationOf(json) is not { } id)
            return new Reading<Submission>(null, ScenarioReader.Read(json).Problems);
        var (known, problem) = await FindAsync(id, cancellation);
        if (known is null)
            return new Reading<Submission>(null, [.. ScenarioReader.Read(json).Problems, new Problem("/situation", problem)]);

        var reading = ScenarioReader.Read(json, known.Situation);
        if (reading.Value is not { } scenario)
            return new Reading<Submission>(null, reading.Problems);

        var cost = EvaluationCost.Of(scenario, known.Situation);
        return cost <= EvaluationCost.Max
            ? new Reading<Submission>(new Submission(scenario, Fingerprint.OfPayload(json)!, known.Version, cost), [])
            : new Reading<Submission>(null, [new Problem(
                "/draws", $"draws × stakeholders × issues × analyses, with what drivers, counterOffers and a large web of causes take, are {cost} but must be at most {EvaluationCost.Max}; ask for fewer draws, points or analyses, or a shorter horizon.")]);
    }

    private async Task<(KnownSituation? Situation, string Problem)> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return (await situations.FindCurrentAsync(id, cancellation), $"There is no situation {id}.");
        }
        catch (InvalidDataException)
        {
            // Put under an earlier version, which read it in another way.
            return (null, $"What is stored as the situation {id} can no longer be read; put one that can.");
        }
    }
}
