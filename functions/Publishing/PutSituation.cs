using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Describing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Publishing;

public sealed class PutSituation(
    Door door, SituationPublisher publisher, KnownSituations situations, LimitsOptions limits, ILogger<PutSituation> log)
{
    [Function(nameof(PutSituation))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/situations/{id}")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var condition = request.ChangeCondition();
            var reading = SituationDraft.Read(await request.ReadJsonAsync(limits.SituationBytes), RouteIds.NewSituation(id));
            return reading.Value is { } draft ? await PublishAsync(visit, draft.Content, condition) : Problems.Invalid(reading.Problems);
        });

    private async Task<IResult> PublishAsync(Visit visit, SituationContent content, Func<string?, bool, bool> condition)
    {
        try
        {
            var publication = await publisher.PublishAsync(
                content, (hash, isThere) => condition(hash is null ? null : SituationAnswers.ETag(hash), isThere), visit.Deadline);
            return Answer(visit.Request, content, publication);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.MaybePublished(content.Id, fault);
            visit.Request.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.MaybePublished;
        }
        finally
        {
            situations.Forget(content.Id);
        }
    }

    private IResult Answer(HttpRequest request, SituationContent content, Publication publication)
    {
        if (publication.Outcome == PublicationOutcome.NotExpected)
            return Problems.NotExpected(publication.Current?.Number, publication.Current?.Hash);
        if (publication.Outcome == PublicationOutcome.Unreadable)
            return Problems.NotComparable;
        if (publication.Outcome == PublicationOutcome.TooManyVersions)
            return Problems.TooMany("versions", $"A situation has at most {SituationPublisher.MostVersions}; put this content under another id.");
        if (publication.Current is not { } version)
            return Problems.TooMany("situations", $"At most {SituationPublisher.MostSituations} are kept; put this content under the id of one of them.");

        log.Published(version.Id, version.Number, publication.Outcome);
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = SituationAnswers.ETag(version.Hash);
        var isNew = publication.Outcome == PublicationOutcome.Added;
        if (isNew)
            headers.Location = Addresses.SituationVersion(version.Id, version.Number);
        return TypedResults.Json(
            SituationAnswer.Brief(version, content.Brief), Json.Options, statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}

internal static partial class PublishingLog
{
    [LoggerMessage(LogLevel.Information, "Situation {Situation}: version {Version} is current ({Outcome}).")]
    public static partial void Published(this ILogger log, string situation, int version, PublicationOutcome outcome);

    [LoggerMessage(LogLevel.Information, "Situation {Situation}: storage is away, it may have been stored.")]
    public static partial void MaybePublished(this ILogger log, string situation, Exception fault);
}
