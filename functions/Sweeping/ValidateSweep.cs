using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Contracts;
using Parley.Functions.Answering;
using Parley.Functions.Settings;

namespace Parley.Functions.Sweeping;

/// <summary>Says what submitting would say, and stores nothing.</summary>
public sealed class ValidateSweep(Door door, SweepSubmissions submissions, LimitsOptions limits)
{
    [Function(nameof(ValidateSweep))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sweeps/validate")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var body = await request.ReadJsonAsync(limits.BodyBytes);
            var reading = await submissions.ReadAsync(body, visit.Deadline);
            return TypedResults.Json(
                new SweepValidation(reading.Value is not null, reading.Value?.Variants, reading.Value?.Cost, reading.Problems), Json.Options);
        });
}

/// <param name="Variants">How many there would be; absent when there are problems, as is the cost.</param>
public sealed record SweepValidation(bool Valid, int? Variants, double? Cost, IReadOnlyList<Problem> Problems);
