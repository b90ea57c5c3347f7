using Azure.Data.Tables;
using Parley.Functions.Storage;

namespace Parley.Functions.Tests.Running;

/// <summary>What can happen to a packed document.</summary>
public enum Damage
{
    /// <summary>Other bytes stand there.</summary>
    Bytes,

    /// <summary>Something stands there that is not even bytes.</summary>
    Type,

    /// <summary>Nothing stands there.</summary>
    Missing,

    /// <summary>It breaks off, as when its last column is lost.</summary>
    BreaksOff,
}

/// <summary>Rows that no version has written.</summary>
public static class Damages
{
    /// <summary>Damages what was submitted, as it is packed in the row of a scenario or a sweep.</summary>
    public static Task DamageSubmissionAsync(this TableClient table, Guid id, Damage damage = Damage.Bytes) =>
        table.DamageAsync(Keys.Submission(id), row => row["Content00"] = damage switch
        {
            Damage.Bytes => "damaged"u8.ToArray(),
            Damage.Type => "damaged",
            Damage.Missing => null,
            _ => row.GetBinary("Content00")[..^20],
        });

    /// <summary>Damages the row of that key, in whatever partition it is.</summary>
    public static async Task DamageAsync(this TableClient table, string rowKey, Action<TableEntity> damage)
    {
        var row = Assert.Single(await table.RowsAsync(), each => each.RowKey == rowKey);
        damage(row);
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }
}
