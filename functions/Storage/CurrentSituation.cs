using Azure;

namespace Parley.Functions.Storage;

/// <summary>Which version of a situation is current.</summary>
/// <param name="Brief">Null in a store from before versions had a current one; then it stands in the document alone.</param>
/// <param name="Write">Names the request that made the version current.</param>
public sealed record CurrentSituation(SituationVersion Version, SituationBrief? Brief = null, Guid? Write = null);

/// <summary>What was found where it stands which version is current.</summary>
/// <param name="Current">Null when there is none, or none that can be read.</param>
/// <param name="ETag">Of the row that says so, readable or not; null where there is none.</param>
/// <param name="Damage">Why it cannot be read; null when it can.</param>
public sealed record SituationPointer(CurrentSituation? Current, ETag? ETag = null, InvalidDataException? Damage = null);
