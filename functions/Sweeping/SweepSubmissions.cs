using System.Globalization;
using Parley.Contracts;
using Parley.Engine.Sweeping;
using Parley.Functions.Describing;
using Parley.Functions.Settings;

namespace Parley.Functions.Sweeping;

/// <summary>Reads sweeps against the current content of the situation that their base scenario names.</summary>
public sealed class SweepSubmissions(KnownSituations situations, LimitsOptions limits)
{
    public async Task<Reading<SweepSubmission>> ReadAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        if (SweepReader.SituationOf(json) is not { } id)
            return new Reading<SweepSubmission>(null, SweepReader.Read(json).Problems);
        var (known, problem) = await situations.FindNamedAsync(id, cancellation);
        if (known is null)
            return new Reading<SweepSubmission>(null, [.. SweepReader.Read(json).Problems, new Problem("/base/situation", problem)]);

        var reading = SweepReader.Read(json, known.Situation);
        if (reading.Value is not { } sweep)
            return new Reading<SweepSubmission>(null, reading.Problems);

        var submission = new SweepSubmission(
            sweep,
            CanonicalJson.Of(sweep),
            Fingerprint.OfPayload(json)!,
            known.Version,
            SweepCost.Of(sweep, known.Situation),
            (int)Variants.CountOf(sweep)!.Value,
            SweepCost.VariantsOfAChunk(sweep, known.Situation));
        Problem[] problems = [.. Excesses(submission)];
        return new Reading<SweepSubmission>(problems.Length == 0 ? submission : null, problems);
    }

    private IEnumerable<Problem> Excesses(SweepSubmission submission)
    {
        // What is more than a caller's whole hour would be asked to come back later for ever.
        var most = Math.Min(SweepCost.Max, limits.CostPerHour);
        if (submission.Cost > most)
        {
            yield return new Problem("/draws", string.Create(
                CultureInfo.InvariantCulture,
                $"variants × draws × stakeholders × issues, or what a large web of causes takes, are {submission.Cost} ({submission.Variants} variants of {submission.Sweep.Draws} draws) but must be at most {most}; ask for fewer draws or variants, or a shorter horizon."));
        }

        // A document below the limit can pass it with its defaults written out and its characters escaped, and would never be read again.
        if (submission.Json.Length > SweepReader.MaxBytes)
            yield return new Problem("", $"Written out as it is stored, with every default, this has {submission.Json.Length} bytes but may have {SweepReader.MaxBytes}.");
    }
}
