using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Parley.Functions.Storage;

/// <summary>Reads rows of many: one that cannot be read keeps no other from being read.</summary>
internal static partial class PassingOver
{
    /// <summary>False when it cannot be read, which is logged.</summary>
    public static bool TryRead<T>(this TableEntity entity, Func<TableEntity, T> columns, ILogger log, [MaybeNullWhen(false)] out T row)
    {
        try
        {
            row = entity.Read(columns);
            return true;
        }
        catch (InvalidDataException unreadable)
        {
            log.RowPassedOver(entity.PartitionKey, entity.RowKey, unreadable);
            row = default;
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The row {Row} of the partition {Partition} cannot be read and is passed over.")]
    private static partial void RowPassedOver(this ILogger log, string partition, string row, Exception unreadable);
}
