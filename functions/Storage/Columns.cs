using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Columns that rows of several tables have.</summary>
internal static class Columns
{
    /// <summary>Characters. What was submitted needs nearly all of its row.</summary>
    private const int MostOfDetail = 8_000;

    public static IReadOnlyList<string> OfLeases { get; } = ["Claims", "Owner", "LeaseUntil", "LastError"];

    public static IReadOnlyList<string> OfFailures { get; } = ["FailureTitle", "FailureDetail"];

    public static void WriteLease(this TableEntity entity, ILeased row)
    {
        entity["Claims"] = row.Claims;
        entity["Owner"] = row.Owner;
        entity["LeaseUntil"] = row.LeaseUntil;
        entity["LastError"] = row.LastError;
    }

    public static void WriteFailure(this TableEntity entity, Failure? failure)
    {
        entity["FailureTitle"] = failure?.Title;
        entity["FailureDetail"] = failure?.Detail?.CutTo(MostOfDetail);
    }

    public static Failure? ReadFailure(this TableEntity entity) =>
        entity.GetString("FailureTitle") is { } title ? new Failure(title, entity.GetString("FailureDetail")) : null;

    public static void WriteSituation(this TableEntity entity, SituationVersion situation)
    {
        entity["Situation"] = situation.Id;
        entity["SituationVersion"] = situation.Number;
        entity["SituationHash"] = situation.Hash;
    }

    public static SituationVersion ReadSituation(this TableEntity entity) =>
        new(entity.GetString("Situation"), entity.GetInt32("SituationVersion")!.Value, entity.GetString("SituationHash"));

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public static T Read<T>(this TableEntity entity, Func<TableEntity, T> columns)
    {
        try
        {
            return columns(entity);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or FormatException)
        {
            throw new InvalidDataException($"The row {entity.RowKey} of the partition {entity.PartitionKey} cannot be read.", unreadable);
        }
    }
}
