using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Says that there is something to do for a scenario or a sweep, and when it is looked at next lest that was lost.</summary>
public interface IOutboxRow<TRow>
    where TRow : IOutboxRow<TRow>
{
    ETag ETag { get; }

    static abstract TableEntity Write(TRow row);

    static abstract TRow Read(TableEntity entity);

    /// <summary>A filter for the rows of a shard whose time has come.</summary>
    static abstract string DueAt(DateTimeOffset now);
}
