using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Parley.Local.Tests;

/// <summary>
/// The product's interface as far as the program uses it, with outcomes that the submission itself asks for, and Running in between.
/// </summary>
public sealed class FakeProduct(FakeScenarios scenarios)
{
    private static readonly string[] MustAccept = ["russia", "ukraine"];

    [Function("Submit")]
    public async Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scenarios")] HttpRequest request, CancellationToken cancellation)
    {
        var scenario = (await JsonNode.ParseAsync(request.Body, cancellationToken: cancellation))!.AsObject();
        if (scenario["problems"] is { } problems)
            return TypedResults.Problem("The scenario has problems.", statusCode: 400, extensions: [new("problems", problems.DeepClone())]);
        if (scenario["outcome"]?.GetValue<string>() == "Broken")
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

        var id = $"id-{scenarios.Accepted.Count + 1}";
        scenarios.Accepted[id] = scenario;
        return TypedResults.Accepted($"/api/scenarios/{id}", new { id, status = "Accepted" });
    }

    [Function("Status")]
    public IResult Status([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}")] HttpRequest request, string id)
    {
        var scenario = scenarios.Accepted[id];
        var over = !scenarios.Asked.TryAdd(id, request.Path);
        return TypedResults.Ok(new
        {
            id,
            title = (string?)scenario["title"],
            status = over ? (string?)scenario["outcome"] ?? "Succeeded" : "Running",
            problem = new { title = "No answer", detail = "The model cannot answer this." },
        });
    }

    [Function("List")]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios")] HttpRequest request) =>
        TypedResults.Ok(new
        {
            scenarios = scenarios.Accepted.Keys.Take(int.Parse(request.Query["limit"]!, null)).Select(id => new { id, status = "Succeeded" }),
        });

    [Function("Impacts")]
    public IResult Impacts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}/impacts")] HttpRequest request, string id)
    {
        var russia = Impact("russia", "Russia", "veto", acceptance: 0.402, mean: 3.24);
        var e3 = Impact("e3", "Germany, France and United Kingdom", "influencer", acceptance: null, mean: -12.71);
        return TypedResults.Ok(new
        {
            scenario = id,
            title = (string?)scenarios.Accepted[id]["title"],
            seed = 1,
            draws = 10_000,
            horizon = 10,
            shortHorizon = 2,
            jointAcceptance = new { probability = new { value = 0.031, standardError = 0.0017 }, stakeholders = MustAccept },
            impacts = new[] { russia, e3 },
            effects = new[] { new { effect = "de-escalation", name = "De-escalation", @short = Level(0.41), @long = Level(0.38) } },
            path = request.Path.Value,
        });
    }

    [Function("ReportPart")]
    public IResult ReportPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scenarios/{id}/report/{part}")] HttpRequest request, string id, string part) =>
        TypedResults.Ok(new
        {
            of = $"{part} of {scenarios.Accepted[id]["title"]}, {request.Path}",
            stakeholders = new { russia = Said("Russia would gain.", "The ceasefire counts most.", "Too much for a console."), e3 = Said("Not at the table.") },
            verdicts = new
            {
                acceptance = Said("It is very unlikely that all would sign, which takes a sentence that is longer than one line of a console is wide."),
                novelty = Said("A verdict that this program does not know yet."),
            },
        });

    private static object[] Said(params string[] texts) => [.. texts.Select(text => new { text, figures = Array.Empty<string>() })];

    private static object Impact(string stakeholder, string name, string role, double? acceptance, double mean) => new
    {
        stakeholder,
        name,
        role,
        acceptance = acceptance is null ? null : new { probability = new { value = acceptance, standardError = 0.0049 }, blocking = Blocking },
        noDeal = Comparison(mean),
        statusQuo = Comparison(mean - 2),
    };

    private static readonly object[] Blocking =
    [
        new { kind = "redLine", id = "foreign-forces", name = "Foreign forces", share = new { value = 0.4, standardError = 0.01 } },
        new { kind = "ratifier", id = "public", name = "The public", share = new { value = 0.2, standardError = 0.01 } },
    ];

    private static object Level(double mean) => new
    {
        mean = new { value = mean, standardError = 0.01 },
        low80 = new { value = 0.2, standardError = 0.01 },
        high80 = new { value = 0.55, standardError = 0.01 },
    };

    private static object Comparison(double mean) => new
    {
        mean = new { value = mean, standardError = 0.11 },
        median = new { value = mean, standardError = 0.13 },
        low80 = new { value = mean - 4, standardError = 0.2 },
        high80 = new { value = mean + 4, standardError = 0.2 },
        probabilityOfGain = new { value = mean > 0 ? 0.71 : 0.08, standardError = 0.004 },
    };
}

public sealed class FakeScenarios
{
    public ConcurrentDictionary<string, JsonObject> Accepted { get; } = new();

    public ConcurrentDictionary<string, string> Asked { get; } = new();
}
