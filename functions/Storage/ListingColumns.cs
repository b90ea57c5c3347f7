using Azure.Data.Tables;
using Parley.Engine.Scenarios;

namespace Parley.Functions.Storage;

/// <summary>Listing rows, column by column; the scenario row begins with the same columns.</summary>
public static class ListingColumns
{
    public static TableEntity Write(ScenarioRow row) => Write(row, Keys.Listing(row.AcceptedAt, row.Id));

    public static TableEntity Write(ScenarioRow row, string rowKey)
    {
        var entity = new TableEntity(Keys.Shard(row.Id), rowKey)
        {
            ["Id"] = row.Id,
            ["Title"] = row.Title,
            ["Kind"] = row.Kind.ToString(),
            ["AcceptedAt"] = row.AcceptedAt,
            ["Status"] = row.Status.ToString(),
            ["FinishedAt"] = row.FinishedAt,
            ["HasResult"] = row.Result is not null,
            ["Summarised"] = row.Summary is not null,
            ["JointAcceptance"] = row.Summary?.JointAcceptance,
            ["Gaining"] = row.Summary?.Gaining,
            ["Losing"] = row.Summary?.Losing,
            ["Open"] = row.Summary?.Open,
            ["Unaffected"] = row.Summary?.Unaffected,
        };
        entity.WriteSituation(row.Situation);
        return entity;
    }

    public static ListedScenario Read(TableEntity entity) => new(
        entity.GetGuid("Id")!.Value,
        entity.GetString("Title"),
        Enum.Parse<ScenarioKind>(entity.GetString("Kind")),
        entity.ReadSituation(),
        entity.GetDateTimeOffset("AcceptedAt")!.Value,
        Enum.Parse<ScenarioStatus>(entity.GetString("Status")),
        entity.GetDateTimeOffset("FinishedAt"),
        ReadSummary(entity),
        entity.GetBoolean("HasResult") ?? entity.GetString("Status") == nameof(ScenarioStatus.Succeeded));

    private static Summary? ReadSummary(TableEntity entity) => entity.GetBoolean("Summarised") is true
        ? new Summary(
            entity.GetDouble("JointAcceptance"), entity.GetInt32("Gaining"), entity.GetInt32("Losing"), entity.GetInt32("Open"), entity.GetInt32("Unaffected"))
        : null;
}
