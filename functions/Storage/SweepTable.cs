using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The table <c>sweeps</c>.</summary>
public sealed class SweepTable(TableServiceClient tables, StorageNames names)
    : SubmissionTable<SweepRow, SweepOutboxRow>(tables.GetTableClient(names.Sweeps));
