using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Reading;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

public sealed class ListSweeps(Door door, SweepListing sweeps, LimitsOptions limits)
{
    internal static Choice<ScenarioStatus> Statuses { get; } =
        new(status => $"{status}", Enum.GetValues<ScenarioStatus>().Where(status => !status.IsGone() && status != ScenarioStatus.Cancelling));

    [Function(nameof(ListSweeps))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sweeps")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var question = new Question(request.Query, "status", "situation", "limit", "after");
            var filter = new SweepFilter(question.One("status", Statuses), ListingQuery.SituationOf(question));
            var (limit, after) = question.Understood((ListingQuery.LimitOf(question, limits.PageSize), ListingQuery.AfterOf(question)));
            var page = await sweeps.ReadAsync(filter, limit, after, visit.Deadline);
            var next = page.Next is { } reached
                ? Question.Address("/api/sweeps", ("limit", limit), ("status", Statuses.Word(filter.Status)), ("situation", filter.Situation), ("after", reached))
                : null;
            if (next is not null)
                request.HttpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            return TypedResults.Json(new SweepsAnswer([.. page.Rows.Select(ListedSweepAnswer.Of)], next), Json.Options);
        }, mindsQuery: true);
}

/// <param name="Next">Where the next page is; absent on the last one. Pages may be short.</param>
public sealed record SweepsAnswer(IReadOnlyList<ListedSweepAnswer> Sweeps, string? Next);

public sealed record ListedSweepAnswer(
    Guid Id, string Title, string Status, SituationVersion Situation, int Variants, DateTimeOffset AcceptedAt, DateTimeOffset? FinishedAt, SweepLinks Links)
{
    public static ListedSweepAnswer Of(ListedSweep listed) => new(
        listed.Id, listed.Title, $"{listed.Status}", listed.Situation, listed.Variants, listed.AcceptedAt, listed.FinishedAt, SweepLinks.Of(listed.Id));
}
