using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Engine.Scenarios;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>What a listing is asked for; each parameter may stand once.</summary>
public sealed record ListingQuery(ListingFilter Filter, int Limit, ListingCursor? After)
{
    private const int UsualLimit = 20;
    private const string ATime = "a time such as 2026-11-22T10:00:00Z";

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    // What is on its way out is not asked for.
    internal static Choice<ScenarioStatus> Statuses { get; } = new(status => $"{status}", Enum.GetValues<ScenarioStatus>().Where(status => !status.IsGone()));

    internal static Choice<ScenarioKind> Kinds { get; } = new(Json.Word, Enum.GetValues<ScenarioKind>());

    /// <summary>The same question about the next page.</summary>
    public string Next(ListingCursor after) => Question.Address(
        "/api/scenarios",
        ("limit", Limit),
        ("status", Statuses.Word(Filter.Status)),
        ("situation", Filter.Situation),
        ("kind", Kinds.Word(Filter.Kind)),
        ("acceptedFrom", Filter.AcceptedFrom),
        ("acceptedBefore", Filter.AcceptedBefore),
        ("after", after));

    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public static ListingQuery Read(IQueryCollection query, int largestLimit)
    {
        var question = new Question(query, "status", "situation", "kind", "acceptedFrom", "acceptedBefore", "limit", "after");
        var filter = new ListingFilter(
            question.One("status", Statuses),
            SituationOf(question),
            question.One("kind", Kinds),
            question.Read("acceptedFrom", Time, ATime),
            question.Read("acceptedBefore", Time, ATime));
        return question.Understood(new ListingQuery(filter, LimitOf(question, largestLimit), AfterOf(question)));
    }

    internal static string? SituationOf(Question question) =>
        question.Read("situation", RouteIds.SituationOrNull, "the id of a situation, which has 1 to 64 characters from a-z, 0-9 and -");

    internal static int LimitOf(Question question, int largest) => question.Number("limit", 1, largest, Math.Min(UsualLimit, largest));

    internal static ListingCursor? AfterOf(Question question) => question.Read("after", ListingCursor.Parse, "taken from an earlier page");

    // With its offset: a time of nowhere would be read as another moment by every server.
    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
}
