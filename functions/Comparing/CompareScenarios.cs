using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;

namespace Parley.Functions.Comparing;

/// <summary>What differs between stored scenarios, their inputs run again on common draws.</summary>
public sealed class CompareScenarios(Door door, ComparisonPlans plans, Comparisons comparisons)
{
    [Function(nameof(CompareScenarios))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/compare")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var plan = await plans.MakeAsync(ComparisonQuery.Read(request.Query), visit.Deadline);
            var headers = request.HttpContext.Response.Headers;
            var asTable = request.RanksAboveJson(Csv.ContentType);
            var tag = $"\"{plan.Key[..32]}{(asTable ? "-csv" : "")}\"";
            headers.Vary = HeaderNames.Accept;
            // Weak: another kind of processor may write other last digits under the same name.
            headers.ETag = $"W/{tag}";
            if (request.HasCurrent(tag))
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            return await comparisons.AnswerAsync(plan, visit.Deadline) is { } comparison
                ? Answer(plan, comparison, asTable)
                : NotInTime(headers);
        });

    private static IResult Answer(ComparisonPlan plan, byte[] comparison, bool asTable) => asTable
        ? TypedResults.Text(ComparisonCsv.Of(comparison), Csv.ContentType, Encoding.UTF8)
        : TypedResults.Text(ComparisonAnswer.Of(plan.Chosen, comparison), Json.ContentType);

    private static ProblemHttpResult NotInTime(IHeaderDictionary headers)
    {
        headers.Remove(HeaderNames.ETag);
        headers.Remove(HeaderNames.Vary);
        headers.RetryAfter = "2";
        return Problems.NotInTime;
    }
}
