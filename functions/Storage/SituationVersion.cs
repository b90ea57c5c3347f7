using System.Text.Json.Serialization;

namespace Parley.Functions.Storage;

/// <summary>One immutable content of a situation.</summary>
/// <param name="Id">The situation's id, the same for all its versions.</param>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Hash">Fingerprint of the content.</param>
public sealed record SituationVersion(string Id, [property: JsonPropertyName("version")] int Number, string Hash);
