using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Reading;

public sealed class GetReport(Door door, StoredReports reports)
{
    [Function(nameof(GetReport))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}/report")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var (_, report) = await reports.ReadAsync(RouteIds.Scenario(id), visit.Deadline);
            return TypedResults.Text(report, Json.ContentType);
        });
}
