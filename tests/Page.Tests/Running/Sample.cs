using System.Text.Json.Nodes;

namespace Parley.Page.Tests.Running;

internal static class Sample
{
    /// <summary>Two terms of a shipped scenario, judged by joint acceptance and two impacts; few draws.</summary>
    /// <param name="steps">Values of each term.</param>
    public static JsonObject Sweep(int steps) => new()
    {
        ["schemaVersion"] = 1,
        ["title"] = $"How firm, and how much in droughts: {steps} by {steps}",
        ["base"] = Api.Shipped("gerd-drought-rules"),
        ["vary"] = new JsonObject { ["drought-release"] = Range(steps), ["legal-force"] = Range(steps) },
        ["draws"] = 400,
        ["outputs"] = new JsonArray(
            new JsonObject { ["acceptance"] = "joint", ["fails"] = new JsonObject { ["below"] = 0.1 } },
            new JsonObject { ["impact"] = "egypt" },
            new JsonObject { ["impact"] = "ethiopia" }),
    };

    private static JsonObject Range(int steps) => new() { ["low"] = 0, ["high"] = 100, ["steps"] = steps };
}
