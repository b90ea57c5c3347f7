using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

public sealed class GetImpacts(Door door, ScenarioTable scenarios, EvaluationTable evaluations)
{
    [Function(nameof(GetImpacts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}/impacts")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var row = await scenarios.FindVisibleAsync(RouteIds.Scenario(id), visit.Deadline);
            if (row.Status != ScenarioStatus.Succeeded)
                return NotDone(row);

            var report = await evaluations.ReadReportAsync(new AttemptId(row.Id, row.Generation, row.Attempt), visit.Deadline);
            request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
            return request.RanksAboveJson(ImpactsCsv.ContentType)
                ? TypedResults.Text(ImpactsCsv.Of(report), ImpactsCsv.ContentType, Encoding.UTF8)
                : TypedResults.Text(ImpactsAnswer.Of(row, report), "application/json; charset=utf-8");
        });

    private static ProblemHttpResult NotDone(ScenarioRow row) => Problems.Of(
        StatusCodes.Status404NotFound,
        "There are no impacts",
        row.Status.IsOpen() ? $"The scenario is {row.Status}: ask again later." : row.Failure?.Detail ?? $"The scenario is {row.Status}.",
        ("scenarioStatus", $"{row.Status}"));
}
