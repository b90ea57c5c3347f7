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
    private static readonly string[] Known = ["status", "situation", "kind", "acceptedFrom", "acceptedBefore", "limit", "after"];

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    // What is on its way out is not asked for.
    private static readonly ScenarioStatus[] Statuses = [.. Enum.GetValues<ScenarioStatus>().Where(status => !status.IsGone())];

    /// <summary>The same question about the next page.</summary>
    public string Next(ListingCursor after)
    {
        (string Name, string? Value)[] parameters =
        [
            ("limit", Limit.ToString(CultureInfo.InvariantCulture)),
            ("status", Filter.Status?.ToString()),
            ("situation", Filter.Situation),
            ("kind", Filter.Kind?.ToString()),
            ("acceptedFrom", Filter.AcceptedFrom?.ToString("O", CultureInfo.InvariantCulture)),
            ("acceptedBefore", Filter.AcceptedBefore?.ToString("O", CultureInfo.InvariantCulture)),
            ("after", $"{after}"),
        ];
        return $"/api/scenarios{QueryString.Create(parameters.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value)))}";
    }

    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public static ListingQuery Read(IQueryCollection query, int largestLimit)
    {
        var problems = query.Misused(Known).ToList();

        var filter = new ListingFilter(
            Read("status", text => One(Statuses, text), $"one of {string.Join(", ", Statuses)}"),
            Read("situation", text => text.Length is > 0 and <= 64 ? text : null, "the id of a situation"),
            Read("kind", text => One(Enum.GetValues<ScenarioKind>(), text), $"one of {string.Join(", ", Enum.GetValues<ScenarioKind>())}"),
            Read("acceptedFrom", Time, "a time such as 2026-11-22T10:00:00Z"),
            Read("acceptedBefore", Time, "a time such as 2026-11-22T10:00:00Z"));
        var read = new ListingQuery(
            filter,
            Read("limit", text => Number(text) is > 0 and var limit && limit <= largestLimit ? (int?)limit : null, $"a whole number from 1 to {largestLimit}")
                ?? Math.Min(UsualLimit, largestLimit),
            Read("after", ListingCursor.Parse, "taken from an earlier page"));
        return problems.Count == 0 ? read : throw new RefusedException(Problems.Invalid(problems));

        T? Read<T>(string name, Func<string, T?> parse, string expected)
        {
            if (query[name] is not [{ } text])
                return default;
            var value = parse(text);
            if (value is null)
                problems.Add(new ParameterProblem(name, $"{name} must be {expected}."));
            return value;
        }
    }

    private static T? One<T>(IEnumerable<T> values, string text)
        where T : struct, Enum =>
        values.Where(value => $"{value}".Equals(text, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault();

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // With its offset: a time of nowhere would be read as another moment by every server.
    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
}
