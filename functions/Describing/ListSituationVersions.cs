using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Describing;

public sealed class ListSituationVersions(Door door, SituationTable table, ILogger<ListSituationVersions> log)
{
    [Function(nameof(ListSituationVersions))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/situations/{id}/versions")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
            await table.FindCurrentAsync(RouteIds.Situation(id), visit.Deadline).OrRefuseSituationAsync() is { } current
                ? TypedResults.Json(VersionsAnswer.Of(await table.ListVersionsAsync(id, log, visit.Deadline), current.Version), Json.Options)
                : Problems.NotFound("situation"));
}

/// <param name="Versions">The newest first; the current one need not be the newest.</param>
public sealed record VersionsAnswer(IReadOnlyList<VersionAnswer> Versions)
{
    public static VersionsAnswer Of(IReadOnlyList<AddedVersion> versions, SituationVersion current) => new(
        [.. versions.Select(added => new VersionAnswer(
            added.Version.Number,
            added.Version.Hash,
            added.AddedAt,
            added.Version == current,
            Addresses.SituationVersion(added.Version.Id, added.Version.Number)))]);
}

/// <param name="Link">Where its document is.</param>
public sealed record VersionAnswer(int Version, string Hash, DateTimeOffset AddedAt, bool IsCurrent, string Link);
