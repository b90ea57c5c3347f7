using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;

namespace Parley.Functions.Reading;

public sealed class GetReportPart(Door door, StoredReports reports)
{
    [Function(nameof(GetReportPart))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}/report/{part}")] HttpRequest request, string id, string part) =>
        door.AnswerAsync(request, async visit =>
        {
            var (_, report) = await reports.ReadAsync(RouteIds.Scenario(id), visit.Deadline);
            using var document = JsonDocument.Parse(report);
            return document.RootElement.TryGetProperty(part, out var found)
                ? TypedResults.Text(found.GetRawText(), Json.ContentType)
                : Problems.NotFound("part of the report; it has what the scenario's analyses asked for");
        });
}
