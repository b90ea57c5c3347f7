using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

public sealed class ListSweeps(Door door, SweepTable sweeps, LimitsOptions limits)
{
    private const int UsualLimit = 20;
    private static readonly string[] Known = ["status", "situation", "limit", "after"];
    private static readonly ScenarioStatus[] Statuses =
        [.. Enum.GetValues<ScenarioStatus>().Where(status => !status.IsGone() && status != ScenarioStatus.Cancelling)];

    [Function(nameof(ListSweeps))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sweeps")] HttpRequest request) =>
        door.AnswerAsync(request, async visit =>
        {
            var (filter, limit, after) = Read(request.Query);
            var page = await sweeps.ListAsync(filter, limit, after, visit.Deadline);
            var next = page.Next is { } reached ? Next(filter, limit, reached) : null;
            if (next is not null)
                request.HttpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            return TypedResults.Json(new SweepsAnswer([.. page.Sweeps.Select(ListedSweepAnswer.Of)], next), Json.Options);
        });

    private (SweepFilter Filter, int Limit, ListingCursor? After) Read(IQueryCollection query)
    {
        var problems = query.Misused(Known).ToList();
        var filter = new SweepFilter(
            Read<ScenarioStatus?>("status", text => Statuses.Cast<ScenarioStatus?>().FirstOrDefault(status => $"{status}" == text), $"one of {string.Join(", ", Statuses)}"),
            Read("situation", text => text.Length is > 0 and <= 64 ? text : null, "the id of a situation"));
        var limit = Read<int?>("limit", text => Number(text) is > 0 and var number && number <= limits.PageSize ? number : null, $"a whole number from 1 to {limits.PageSize}");
        var after = Read("after", ListingCursor.Parse, "taken from an earlier page");
        return problems.Count == 0
            ? (filter, limit ?? Math.Min(UsualLimit, limits.PageSize), after)
            : throw new RefusedException(Problems.Invalid(problems));

        T? Read<T>(string name, Func<string, T?> read, string expected)
        {
            if (query[name] is not [{ } text])
                return default;
            var value = read(text);
            if (value is null)
                problems.Add(new ParameterProblem(name, $"{name} must be {expected}."));
            return value;
        }
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Next(SweepFilter filter, int limit, ListingCursor after)
    {
        (string Name, string? Value)[] parameters =
        [
            ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("status", filter.Status?.ToString()), ("situation", filter.Situation), ("after", $"{after}"),
        ];
        return $"/api/sweeps{QueryString.Create(parameters.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value)))}";
    }
}

/// <param name="Next">Where the next page is; absent on the last one. Pages may be short.</param>
public sealed record SweepsAnswer(IReadOnlyList<ListedSweepAnswer> Sweeps, string? Next);

public sealed record ListedSweepAnswer(
    Guid Id, string Title, string Status, SituationVersion Situation, int Variants, DateTimeOffset AcceptedAt, DateTimeOffset? FinishedAt, SweepLinks Links)
{
    public static ListedSweepAnswer Of(ListedSweep listed) => new(
        listed.Id, listed.Title, $"{listed.Status}", listed.Situation, listed.Variants, listed.AcceptedAt, listed.FinishedAt, SweepLinks.Of(listed.Id));
}
