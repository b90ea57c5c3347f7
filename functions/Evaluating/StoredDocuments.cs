using Parley.Contracts;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;
using Parley.Functions.Describing;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>Reads what was submitted with the content of the situation that it was accepted under.</summary>
public sealed class StoredDocuments(KnownSituations situations)
{
    /// <param name="submission">Its canonical JSON.</param>
    /// <exception cref="UnanswerableException">It cannot be read any more.</exception>
    public Task<(Situation Situation, Scenario Scenario)> ReadAsync(ScenarioRow row, byte[] submission, CancellationToken cancellation) =>
        ReadAsync(row.Situation, situation => ScenarioReader.Read(submission, situation), cancellation);

    /// <param name="submission">Its canonical JSON.</param>
    /// <exception cref="UnanswerableException">It cannot be read any more.</exception>
    public Task<(Situation Situation, Sweep Sweep)> ReadAsync(SweepRow row, byte[] submission, CancellationToken cancellation) =>
        ReadAsync(row.Situation, situation => SweepReader.ReadAccepted(submission, situation), cancellation);

    private async Task<(Situation Situation, T Document)> ReadAsync<T>(
        SituationVersion version, Func<Situation, Reading<T>> read, CancellationToken cancellation)
        where T : class
    {
        var situation = await FindAsync(version, cancellation) ?? throw new UnanswerableException($"Version {version.Number} of the situation {version.Id} is gone.");
        var reading = read(situation.Situation);
        return reading.Value is { } document
            ? (situation.Situation, document)
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
