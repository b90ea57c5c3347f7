using Azure;

namespace Parley.Functions.Storage;

/// <summary>Which version of a situation is current.</summary>
/// <param name="Brief">Null in a store from before versions had a current one; then it stands in the document alone.</param>
/// <param name="Write">Names the request that made the version current.</param>
/// <param name="ETag">Of the row that says so; null where there is none.</param>
public sealed record CurrentSituation(SituationVersion Version, SituationBrief? Brief = null, Guid? Write = null, ETag? ETag = null);
