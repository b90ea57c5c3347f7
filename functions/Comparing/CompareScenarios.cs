using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;

namespace Parley.Functions.Comparing;

/// <summary>What differs between stored scenarios, their inputs run again on common draws.</summary>
public sealed class CompareScenarios(Door door, ComparisonPlans plans, Comparisons comparisons, CallerLimits callers)
{
    [Function(nameof(CompareScenarios))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/compare")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var plan = await plans.MakeAsync(ComparisonQuery.Read(request.Query), visit.Deadline);
            var asTable = request.RanksAboveJson(Csv.ContentType);
            var tag = $"\"{plan.Key[..32]}{(asTable ? "-csv" : "")}\"";
            if (request.HasCurrent(tag))
                return Tagged(request, tag, TypedResults.StatusCode(StatusCodes.Status304NotModified));
            return await MakeAsync(visit, plan) is { } comparison
                ? Tagged(request, tag, Answer(plan, comparison, asTable))
                : NotInTime(request);
        }, mindsQuery: true);

    // What was made before costs nothing, nor does what is not made in time.
    private async Task<byte[]?> MakeAsync(Visit visit, ComparisonPlan plan)
    {
        var (charge, made) = ((Charge?)null, (byte[]?)null);
        try
        {
            return made = await comparisons.AnswerAsync(plan, async () => charge = await callers.ChargeAsync(visit, plan.Cost), visit.Deadline);
        }
        finally
        {
            if (made is null && charge is not null)
                callers.GiveBack(charge);
        }
    }

    // Only what is an answer has a tag; weak, since another kind of processor may write other last digits under the same name.
    private static IResult Tagged(HttpRequest request, string tag, IResult answer)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Vary = HeaderNames.Accept;
        headers.ETag = $"W/{tag}";
        return answer;
    }

    private static IResult Answer(ComparisonPlan plan, byte[] comparison, bool asTable) => asTable
        ? TypedResults.Text(ComparisonCsv.Of(comparison), Csv.ContentType, Encoding.UTF8)
        : TypedResults.Text(ComparisonAnswer.Of(plan.Chosen, comparison), Json.ContentType);

    private static ProblemHttpResult NotInTime(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = "2";
        return Problems.NotInTime;
    }
}
