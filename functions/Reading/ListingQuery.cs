using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Contracts;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>What a listing is asked for; each parameter may stand once.</summary>
public sealed record ListingQuery(ScenarioStatus? Status, string? Situation, int Limit, ListingCursor? After)
{
    private const int UsualLimit = 20;
    private static readonly string[] Known = ["status", "situation", "limit", "after"];

    // What is on its way out is not asked for.
    private static readonly ScenarioStatus[] Statuses = [.. Enum.GetValues<ScenarioStatus>().Where(status => !status.IsGone())];

    public bool Wants(ListedScenario scenario) =>
        !scenario.Status.IsGone()
        && (Status is null || scenario.Status == Status)
        && (Situation is null || scenario.Situation.Id == Situation);

    /// <summary>The same question about the next page.</summary>
    public string Next(ListingCursor after)
    {
        var parameters = QueryString.Create("limit", Limit.ToString(CultureInfo.InvariantCulture));
        if (Status is not null)
            parameters = parameters.Add("status", $"{Status}");
        if (Situation is not null)
            parameters = parameters.Add("situation", Situation);
        return $"/api/scenarios{parameters.Add("after", $"{after}")}";
    }

    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public static ListingQuery Read(IQueryCollection query, int largestLimit)
    {
        var problems = query.Misused(Known).ToList();

        var read = new ListingQuery(
            Read("status", text => Statuses.Where(status => Is(text, status)).Select(status => (ScenarioStatus?)status).FirstOrDefault(), $"one of {string.Join(", ", Statuses)}"),
            Read("situation", text => text.Length is > 0 and <= 64 ? text : null, "the id of a situation"),
            Read("limit", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 && limit <= largestLimit ? (int?)limit : null, $"a whole number from 1 to {largestLimit}")
                ?? Math.Min(UsualLimit, largestLimit),
            Read("after", ListingCursor.Parse, "taken from an earlier page"));
        return problems.Count == 0 ? read : throw new RefusedException(Problems.Invalid(problems));

        T? Read<T>(string name, Func<string, T?> parse, string expected)
        {
            if (query[name] is not [{ } text])
                return default;
            var value = parse(text);
            if (value is null)
                problems.Add(new Problem(name, $"{name} must be {expected}."));
            return value;
        }
    }

    private static bool Is(string text, ScenarioStatus status) => $"{status}".Equals(text, StringComparison.OrdinalIgnoreCase);
}
