using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Contracts;
using Parley.Functions.Answering;
using Parley.Functions.Settings;

namespace Parley.Functions.Submitting;

/// <summary>Says what submitting would say, and stores nothing.</summary>
public sealed class ValidateScenario(Door door, Submissions submissions, LimitsOptions limits)
{
    [Function(nameof(ValidateScenario))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scenarios/validate")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var body = await request.ReadJsonAsync(limits.BodyBytes);
            var reading = await submissions.ReadAsync(body, visit.Deadline);
            return TypedResults.Json(new ValidationAnswer(reading.Value is not null, reading.Value?.Cost, EvaluationCost.Max, reading.Problems), Json.Options);
        });
}

/// <param name="Cost">Absent when there are problems.</param>
/// <param name="Limit">What one evaluation may cost.</param>
public sealed record ValidationAnswer(bool Valid, double? Cost, double Limit, IReadOnlyList<Problem> Problems);
