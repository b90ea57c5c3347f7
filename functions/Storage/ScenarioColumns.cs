using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Scenario rows, column by column.</summary>
public static class ScenarioColumns
{
    /// <summary>All columns but the submission itself, which only workers read.</summary>
    public static IReadOnlyList<string> State { get; } =
    [
        "Id", "Title", "Kind", "Situation", "SituationVersion", "SituationHash", "AcceptedAt", "Status", "FinishedAt",
        "HasResult", "Summarised", "JointAcceptance", "Gaining", "Losing", "Open", "Unaffected",
        "Fingerprint", "Cost", "Generation", "Attempt", "ResultGeneration", "EngineVersion", "Stop", .. Columns.OfLeases, .. Columns.OfFailures,
    ];

    public static TableEntity Write(ScenarioRow row)
    {
        var entity = ListingColumns.Write(row, Keys.Submission(row.Id));
        entity["Fingerprint"] = row.Fingerprint;
        entity["Cost"] = row.Cost;
        entity["Generation"] = row.Generation;
        entity.WriteLease(row);
        entity["Attempt"] = row.Attempt;
        entity["ResultGeneration"] = row.ResultGeneration;
        entity["EngineVersion"] = row.EngineVersion;
        entity.WriteFailure(row.Failure);
        entity["Stop"] = row.Stop;
        return entity;
    }

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static ScenarioRow Read(TableEntity entity) => entity.Read(ReadColumns);

    private static ScenarioRow ReadColumns(TableEntity entity)
    {
        var listed = ListingColumns.Read(entity);
        var generation = entity.GetInt32("Generation")!.Value;
        return new ScenarioRow(
            listed.Id,
            listed.Title,
            listed.Kind,
            listed.Situation,
            entity.GetString("Fingerprint"),
            entity.GetDouble("Cost")!.Value,
            listed.AcceptedAt,
            listed.Status,
            generation,
            entity.GetInt32("Claims")!.Value,
            entity.GetString("Owner"),
            entity.GetDateTimeOffset("LeaseUntil"),
            entity.GetString("LastError"),
            entity.GetString("Attempt"),
            entity.GetString("EngineVersion"),
            listed.FinishedAt,
            listed.Summary,
            entity.ReadFailure(),
            // Rows of the first version have no such column, and one generation.
            entity.GetInt32("ResultGeneration") ?? (entity.GetString("Attempt").Length > 0 ? generation : 0),
            entity.GetGuid("Stop"),
            entity.ETag);
    }
}
