using Parley.Contracts;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Functions.Describing;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>Reads a stored submission with the content of the situation that it was accepted under.</summary>
public sealed class StoredScenarios(KnownSituations situations)
{
    /// <param name="submission">Its canonical JSON.</param>
    /// <exception cref="UnanswerableException">It cannot be read any more.</exception>
    public async Task<(Situation Situation, Scenario Scenario)> ReadAsync(ScenarioRow row, byte[] submission, CancellationToken cancellation)
    {
        var situation = await FindAsync(row.Situation, cancellation)
            ?? throw new UnanswerableException($"Version {row.Situation.Number} of the situation {row.Situation.Id} is gone.");
        var reading = ScenarioReader.Read(submission, situation.Situation);
        return reading.Value is { } scenario
            ? (situation.Situation, scenario)
            : throw new UnanswerableException("The submission was accepted by an earlier version that read it in another way: "
                + string.Join(' ', reading.Problems.Select(problem => $"{problem.Pointer}: {problem.Detail}")));
    }

    private async Task<KnownSituation?> FindAsync(SituationVersion version, CancellationToken cancellation)
    {
        try
        {
            return await situations.FindAsync(version.Id, version.Number, cancellation);
        }
        catch (InvalidDataException unreadable)
        {
            throw new UnanswerableException($"Version {version.Number} of the situation {version.Id} can no longer be read.", unreadable);
        }
    }
}
