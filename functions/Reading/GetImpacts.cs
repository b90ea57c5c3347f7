using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;

namespace Parley.Functions.Reading;

public sealed class GetImpacts(Door door, StoredReports reports)
{
    [Function(nameof(GetImpacts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}/impacts")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var (row, report) = await reports.ReadAsync(RouteIds.Scenario(id), visit.Deadline);
            if (!ImpactsAnswer.IsIn(report))
                return Problems.NotFound("impact: the scenario's analyses asked for neither impacts nor acceptance nor effects");

            request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
            return request.RanksAboveJson(Csv.ContentType)
                ? TypedResults.Text(ImpactsCsv.Of(report), Csv.ContentType, Encoding.UTF8)
                : TypedResults.Text(ImpactsAnswer.Of(row, report), Json.ContentType);
        });
}
