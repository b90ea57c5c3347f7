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
        var (known, problem) = await situations.FindNamedAsync(id, cancellation);
        if (known is null)
            return new Reading<Submission>(null, [.. ScenarioReader.Read(json).Problems, new Problem("/situation", problem)]);

        var reading = ScenarioReader.Read(json, known.Situation);
        if (reading.Value is not { } scenario)
            return new Reading<Submission>(null, reading.Problems);

        var submission = new Submission(
            scenario, CanonicalJson.Of(scenario), Fingerprint.OfPayload(json)!, known.Version, EvaluationCost.Of(scenario, known.Situation));
        Problem[] problems = [.. Excesses(submission)];
        return new Reading<Submission>(problems.Length == 0 ? submission : null, problems);
    }

    private static IEnumerable<Problem> Excesses(Submission submission)
    {
        if (submission.Cost > EvaluationCost.Max)
        {
            yield return new Problem(
                "/draws", $"draws × stakeholders × issues × analyses, with what drivers, counterOffers and a large web of causes take, are {submission.Cost} but must be at most {EvaluationCost.Max}; ask for fewer draws, points or analyses, or a shorter horizon.");
        }

        // A document below the limit can pass it with its defaults written out and its characters escaped, and would never be read again.
        if (submission.Json.Length > ScenarioReader.MaxBytes)
            yield return new Problem("", $"Written out as it is stored, with every default, this has {submission.Json.Length} bytes but may have {ScenarioReader.MaxBytes}.");
    }
}
