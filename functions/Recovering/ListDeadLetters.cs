using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Recovering;

public sealed class ListDeadLetters(Door door, DeadLetterTable letters)
{
    private const int PageSize = 100;

    [Function(nameof(ListDeadLetters))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/dead-letters")] HttpRequest request) =>
        door.AnswerAdminAsync(request, async visit =>
        {
            var question = new Question(request.Query, "after");
            var after = question.Understood(question.Read("after", id => RouteIds.IsDeadLetter(id) ? id : null, "taken from an earlier page")) ?? "";
            // One more than a page tells whether there is another.
            var found = await letters.ListAsync(after, PageSize + 1, visit.Deadline);
            var next = found.Count > PageSize ? Addresses.DeadLettersAfter(found[PageSize - 1].Id) : null;
            if (next is not null)
                request.HttpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            return TypedResults.Json(new DeadLettersAnswer([.. found.Take(PageSize).Select(DeadLetterAnswer.Of)], next), Json.Options);
        }, mindsQuery: true);
}

/// <param name="DeadLetters">In the order of their ids, which is none in time.</param>
/// <param name="Next">Where the next page is; absent on the last one.</param>
public sealed record DeadLettersAnswer(IReadOnlyList<DeadLetterAnswer> DeadLetters, string? Next);
