using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Contracts;
using Parley.Functions.Answering;
using Parley.Functions.Settings;

namespace Parley.Functions.Publishing;

/// <summary>Says what putting a situation would say, and stores nothing.</summary>
public sealed class ValidateSituation(Door door, LimitsOptions limits)
{
    [Function(nameof(ValidateSituation))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/situations/validate")] HttpRequest request) =>
        door.AnswerAsync(request, async _ =>
        {
            var reading = SituationDraft.Read(await request.ReadJsonAsync(limits.SituationBytes), id: null);
            return TypedResults.Json(SituationValidation.Of(reading), Json.Options);
        });
}

/// <param name="Summary">Absent when there are problems.</param>
public sealed record SituationValidation(bool Valid, SituationSummary? Summary, IReadOnlyList<Problem> Problems)
{
    public static SituationValidation Of(Reading<SituationDraft> reading) =>
        new(reading.Value is not null, reading.Value is { } draft ? SituationSummary.Of(draft) : null, reading.Problems);
}

/// <summary>What was understood.</summary>
/// <param name="Hash">Of the version that putting it would make or find.</param>
public sealed record SituationSummary(
    string Id, string Title, string Hash, int Issues, int Stakeholders, int Assumptions, int Effects, int Links, int Options)
{
    public static SituationSummary Of(SituationDraft draft) => new(
        draft.Situation.Id,
        draft.Situation.Title,
        draft.Content.Hash,
        draft.Situation.Issues.Count,
        draft.Situation.Stakeholders.Count,
        draft.Situation.Assumptions.Count,
        draft.Situation.Effects.Count,
        draft.Situation.Links.Count,
        draft.Situation.Options.Count);
}
