using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Engine.Scenarios;
using Parley.Functions.Answering;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

public sealed class ListScenarios(Door door, ScenarioListing listing, LimitsOptions limits)
{
    [Function(nameof(ListScenarios))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var query = ListingQuery.Read(request.Query, limits.PageSize);
            var page = await listing.ReadAsync(query.Filter, query.Limit, query.After, visit.Deadline);
            var next = page.Next is { } after ? query.Next(after) : null;
            if (next is not null)
                request.HttpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            return TypedResults.Json(new ListingAnswer([.. page.Rows.Select(ListedAnswer.Of)], next), Json.Options);
        }, mindsQuery: true);
}

/// <param name="Next">Where the next page is; absent on the last one. Pages may be short.</param>
public sealed record ListingAnswer(IReadOnlyList<ListedAnswer> Scenarios, string? Next);

/// <param name="Summary">Of the last result; when the status is not Succeeded, an earlier run gave it.</param>
public sealed record ListedAnswer(
    Guid Id,
    string Title,
    ScenarioKind Kind,
    string Status,
    SituationVersion Situation,
    DateTimeOffset AcceptedAt,
    DateTimeOffset? FinishedAt,
    Summary? Summary,
    StatusLinks Links)
{
    public static ListedAnswer Of(ListedScenario listed) => new(
        listed.Id,
        listed.Title,
        listed.Kind,
        $"{listed.Status}",
        listed.Situation,
        listed.AcceptedAt,
        listed.FinishedAt,
        listed.Summary,
        StatusLinks.Of(listed.Id, listed.HasResult));
}
