using System.Text.Json;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Describing;

/// <param name="Document">As it can be written in a file and read again.</param>
public sealed record SituationAnswer(
    string Id, int Version, string Hash, string Title, string Summary, DateOnly AsOf, JsonElement? Document, SituationLinks Links)
{
    public static SituationAnswer Of(KnownSituation known) =>
        Brief(known.Version, new SituationBrief(known.Situation.Title, known.Situation.Summary, known.Situation.AsOf)) with
        {
            Document = JsonElement.Parse(known.Content),
        };

    /// <summary>Without the document.</summary>
    public static SituationAnswer Brief(SituationVersion version, SituationBrief brief) => new(
        version.Id,
        version.Number,
        version.Hash,
        brief.Title,
        brief.Summary,
        brief.AsOf,
        Document: null,
        SituationLinks.Of(version));
}

/// <param name="Self">The current version.</param>
/// <param name="Version">This version, for ever the same.</param>
/// <param name="Versions">All of them.</param>
/// <param name="Scenarios">Those that come with the product.</param>
public sealed record SituationLinks(string Self, string Version, string Versions, string Scenarios)
{
    public static SituationLinks Of(SituationVersion version) => new(
        Addresses.Situation(version.Id),
        Addresses.SituationVersion(version.Id, version.Number),
        Addresses.SituationVersions(version.Id),
        Addresses.SituationScenarios(version.Id));
}
