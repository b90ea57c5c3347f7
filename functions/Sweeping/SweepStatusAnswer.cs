using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Where a sweep stands.</summary>
/// <param name="EngineVersion">Of the result; absent until there is one.</param>
/// <param name="Problem">Why it failed; absent unless it did.</param>
/// <param name="Summary">
/// What it comes to: of the variants that are there, and, with the front and the boxes, of all once it has succeeded; absent as long as there are none.
/// </param>
public sealed record SweepStatusAnswer(
    Guid Id,
    string Title,
    string Status,
    SituationVersion Situation,
    double Cost,
    DateTimeOffset AcceptedAt,
    DateTimeOffset? FinishedAt,
    SweepProgress Progress,
    string? EngineVersion,
    Failure? Problem,
    JsonElement? Summary,
    SweepLinks Links)
{
    public static SweepStatusAnswer Of(SweepRow row, SweepProgress progress, JsonElement? summary) => new(
        row.Id,
        row.Title,
        $"{row.Status}",
        row.Situation,
        row.Cost,
        row.AcceptedAt,
        row.FinishedAt,
        progress,
        row.Status == ScenarioStatus.Succeeded ? row.EngineVersion : null,
        row.Failure,
        summary,
        SweepLinks.Of(row.Id));

    /// <summary>Changes with what a caller waits for: the status, every chunk, and whose numbers those are. Changes depend on the status alone, which comes first.</summary>
    public static string ETagOf(SweepRow row, SweepProgress progress)
    {
        var state = XxHash3.HashToUInt64(Encoding.ASCII.GetBytes($"{row.Status}"));
        return string.Create(CultureInfo.InvariantCulture, $"\"{state:x16}-{row.EngineOfNumbers}-{progress.ChunksDone}\"");
    }

    /// <summary>The part of a tag that stands for the status.</summary>
    public static string StateIn(string etag) => etag.Split('-')[0];
}

/// <summary>How far a sweep has come.</summary>
public sealed record SweepProgress(int Variants, int VariantsDone, int Chunks, int ChunksDone)
{
    /// <param name="begun">Chunks that workers have begun with; null when all are done.</param>
    public static SweepProgress Of(SweepRow row, IEnumerable<SweepChunk>? begun)
    {
        if (begun is null)
            return new SweepProgress(row.Variants, row.Variants, row.Chunks, row.Chunks);
        var done = begun.Where(chunk => chunk.EngineVersion == row.EngineOfNumbers).ToArray();
        return new SweepProgress(row.Variants, done.Sum(chunk => row.CountOf(chunk.Number)), row.Chunks, done.Length);
    }
}
