using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The table <c>scenarios</c>.</summary>
public sealed class ScenarioTable(TableServiceClient tables, StorageNames names)
    : SubmissionTable<ScenarioRow, OutboxRow>(tables.GetTableClient(names.Scenarios));
