using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Sweep rows and their listing rows, column by column.</summary>
public static class SweepColumns
{
    /// <summary>All columns but the submission itself, which only workers read.</summary>
    public static IReadOnlyList<string> State { get; } =
    [
        "Id", "Title", "Situation", "SituationVersion", "SituationHash", "AcceptedAt", "Status", "FinishedAt", "Variants",
        "Fingerprint", "Cost", "VariantsPerChunk", "Claims", "Owner", "LeaseUntil", "LastError", "EngineVersion", "FailureTitle", "FailureDetail",
    ];

    public static TableEntity Write(SweepRow row)
    {
        var entity = Listed(row, Keys.Sweep(row.Id));
        entity["Fingerprint"] = row.Fingerprint;
        entity["Cost"] = row.Cost;
        entity["VariantsPerChunk"] = row.VariantsPerChunk;
        entity["Claims"] = row.Claims;
        entity["Owner"] = row.Owner;
        entity["LeaseUntil"] = row.LeaseUntil;
        entity["LastError"] = row.LastError;
        entity["EngineVersion"] = row.EngineVersion;
        entity["FailureTitle"] = row.Failure?.Title;
        entity["FailureDetail"] = row.Failure?.Detail;
        return entity;
    }

    public static TableEntity WriteListing(SweepRow row) => Listed(row, Keys.Listing(row.AcceptedAt, row.Id));

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static SweepRow Read(TableEntity entity)
    {
        try
        {
            return ReadColumns(entity);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException($"The row {entity.RowKey} of the shard {entity.PartitionKey} cannot be read.", unreadable);
        }
    }

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
            entity.GetString("FailureTitle") is { } title ? new Failure(title, entity.GetString("FailureDetail")) : null,
            entity.ETag);
    }

    public static ListedSweep ReadListing(TableEntity entity) => new(
        entity.GetGuid("Id")!.Value,
        entity.GetString("Title"),
        ListingColumns.ReadSituation(entity),
        entity.GetInt32("Variants")!.Value,
        entity.GetDateTimeOffset("AcceptedAt")!.Value,
        Enum.Parse<ScenarioStatus>(entity.GetString("Status")),
        entity.GetDateTimeOffset("FinishedAt"));

    private static TableEntity Listed(SweepRow row, string rowKey) => new(Keys.Shard(row.Id), rowKey)
    {
        ["Id"] = row.Id,
        ["Title"] = row.Title,
        ["Situation"] = row.Situation.Id,
        ["SituationVersion"] = row.Situation.Number,
        ["SituationHash"] = row.Situation.Hash,
        ["Variants"] = row.Variants,
        ["AcceptedAt"] = row.AcceptedAt,
        ["Status"] = row.Status.ToString(),
        ["FinishedAt"] = row.FinishedAt,
    };
}

/// <summary>What a listing says about one sweep.</summary>
public sealed record ListedSweep(
    Guid Id, string Title, SituationVersion Situation, int Variants, DateTimeOffset AcceptedAt, ScenarioStatus Status, DateTimeOffset? FinishedAt);
