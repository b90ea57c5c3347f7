using System.Text;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

/// <summary>A made-up situation and scenario that use every member there is.</summary>
internal static class Sample
{
    public static byte[] SituationJson { get; } = Bytes("river-treaty.json");

    public static byte[] ScenarioJson { get; } = Bytes("half-and-half.json");

    public static byte[] AskingForAllJson { get; } = Bytes("asking-for-all.json");

    public static byte[] SweepJson { get; } = Encoding.UTF8.GetBytes($$$"""
        {
          "schemaVersion": 1,
          "title": "How much water for how much money?",
          "base": {{{Encoding.UTF8.GetString(ScenarioJson)}}},
          "vary": { "discharge": { "low": 20, "high": 80, "steps": 4 }, "payment": [0, 50, 100] },
          "design": { "grid": true },
          "draws": 400,
          "outputs": [
            { "acceptance": "joint", "fails": { "below": 0.25 } },
            { "impact": "town", "against": "statusQuo" },
            { "effect": "unrest", "wants": "less" }
          ]
        }
        """);

    public static Situation Situation { get; } = SituationReader.Read(SituationJson).Value!;

    public static Scenario Scenario { get; } = ScenarioReader.Read(ScenarioJson, Situation).Value!;

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", file));
}
