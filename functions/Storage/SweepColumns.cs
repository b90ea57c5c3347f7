using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Sweep rows and their listing rows, column by column.</summary>
public static class SweepColumns
{
    /// <summary>All columns but the submission itself, which only workers read.</summary>
    public static IReadOnlyList<string> State { get; } =
    [
        "Id", "Title", "Situation", "SituationVersion", "SituationHash", "AcceptedAt", "Status", "FinishedAt", "Variants",
        "Fingerprint", "Cost", "VariantsPerChunk", "EngineVersion", "Stop", .. Columns.OfLeases, .. Columns.OfFailures,
    ];

    public static TableEntity Write(SweepRow row)
    {
        var entity = Listed(row, Keys.Submission(row.Id));
        entity["Fingerprint"] = row.Fingerprint;
        entity["Cost"] = row.Cost;
        entity["VariantsPerChunk"] = row.VariantsPerChunk;
        entity.WriteLease(row);
        entity["EngineVersion"] = row.EngineVersion;
        entity.WriteFailure(row.Failure);
        entity["Stop"] = row.Stop;
        return entity;
    }

    public static TableEntity WriteListing(SweepRow row) => Listed(row, Keys.Listing(row.AcceptedAt, row.Id));

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static SweepRow Read(TableEntity entity) => entity.Read(ReadColumns);

    private static SweepRow ReadColumns(TableEntity entity)
    {
        var listed = ReadListing(entity);
        return new SweepRow(
            listed.Id,
            listed.Title,
            listed.Situation,
            entity.GetString("Fingerprint"),
            entity.GetDouble("Cost")!.Value,
            listed.Variants,
            entity.GetInt32("VariantsPerChunk")!.Value,
            listed.AcceptedAt,
            listed.Status,
            entity.GetInt32("Claims")!.Value,
            entity.GetString("Owner"),
            entity.GetDateTimeOffset("LeaseUntil"),
            entity.GetString("LastError"),
            entity.GetString("EngineVersion"),
            listed.FinishedAt,
            entity.ReadFailure(),
            entity.GetGuid("Stop"),
            entity.ETag);
    }

    public static ListedSweep ReadListing(TableEntity entity) => new(
        entity.GetGuid("Id")!.Value,
        entity.GetString("Title"),
        entity.ReadSituation(),
        entity.GetInt32("Variants")!.Value,
        entity.GetDateTimeOffset("AcceptedAt")!.Value,
        Enum.Parse<ScenarioStatus>(entity.GetString("Status")),
        entity.GetDateTimeOffset("FinishedAt"));

    private static TableEntity Listed(SweepRow row, string rowKey)
    {
        var entity = new TableEntity(Keys.Shard(row.Id), rowKey)
        {
            ["Id"] = row.Id,
            ["Title"] = row.Title,
            ["Variants"] = row.Variants,
            ["AcceptedAt"] = row.AcceptedAt,
            ["Status"] = row.Status.ToString(),
            ["FinishedAt"] = row.FinishedAt,
        };
        entity.WriteSituation(row.Situation);
        return entity;
    }
}

/// <summary>What a listing says about one sweep.</summary>
public sealed record ListedSweep(
    Guid Id, string Title, SituationVersion Situation, int Variants, DateTimeOffset AcceptedAt, ScenarioStatus Status, DateTimeOffset? FinishedAt);
