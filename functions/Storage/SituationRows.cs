using System.Globalization;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>How a situation's versions stand in rows.</summary>
internal static class SituationRows
{
    /// <summary>The version under its number, with the document.</summary>
    public static TableEntity ByNumber(SituationVersion version, byte[] compressed, DateTimeOffset addedAt)
    {
        var row = Row(version, Keys.SituationVersion(version.Number));
        row["AddedAt"] = addedAt;
        Packing.Write(row, compressed);
        return row;
    }

    /// <summary>The version under its hash, by which its content is known again.</summary>
    public static TableEntity ByHash(SituationVersion version) => Row(version, Keys.SituationHash(version.Hash));

    /// <param name="write">Names the request that makes the version current.</param>
    public static TableEntity Current(SituationVersion version, SituationBrief brief, Guid write)
    {
        var row = Row(version, Keys.CurrentSituation);
        row["Title"] = brief.Title;
        row["Summary"] = brief.Summary;
        row["AsOf"] = brief.AsOf.ToString("O", CultureInfo.InvariantCulture);
        row["Write"] = write;
        return row;
    }

    public static SituationVersion Version(TableEntity row) => new(row.PartitionKey, row.GetInt32("Number")!.Value, row.GetString("Hash"));

    public static CurrentSituation Current(TableEntity row) => new(
        Version(row),
        new SituationBrief(
            row.GetString("Title"), row.GetString("Summary"), DateOnly.ParseExact(row.GetString("AsOf"), "O", CultureInfo.InvariantCulture)),
        row.GetGuid("Write"),
        row.ETag);

    private static TableEntity Row(SituationVersion version, string rowKey) => new(version.Id, rowKey)
    {
        ["Number"] = version.Number,
        ["Hash"] = version.Hash,
    };
}
