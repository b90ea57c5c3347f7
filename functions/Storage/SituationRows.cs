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

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static SituationVersion Version(TableEntity row) => row.Read(each => new SituationVersion(
        each.PartitionKey, each.GetInt32("Number")!.Value, Text(each, "Hash")));

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static AddedVersion Added(TableEntity row) => row.Read(each => new AddedVersion(
        Version(each), each.GetDateTimeOffset("AddedAt")!.Value));

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static CurrentSituation Current(TableEntity row) => row.Read(each => new CurrentSituation(
        Version(each),
        new SituationBrief(
            Text(each, "Title"), Text(each, "Summary"), DateOnly.ParseExact(Text(each, "AsOf"), "O", CultureInfo.InvariantCulture)),
        each.GetGuid("Write")));

    /// <summary>True when the row says of the version all that <see cref="ByNumber"/> has written.</summary>
    public static bool IsWhole(TableEntity row, SituationVersion version, ReadOnlySpan<byte> json)
    {
        try
        {
            return Added(row).Version == version && row.Read(each => Packing.Decompress(Packing.Read(each))).AsSpan().SequenceEqual(json);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string Text(TableEntity row, string column) =>
        row.GetString(column) ?? throw new InvalidDataException($"The row {row.RowKey} of the partition {row.PartitionKey} has no {column}.");

    private static TableEntity Row(SituationVersion version, string rowKey) => new(version.Id, rowKey)
    {
        ["Number"] = version.Number,
        ["Hash"] = version.Hash,
    };
}
