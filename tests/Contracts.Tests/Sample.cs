using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

/// <summary>A made-up situation and scenario that use every member there is.</summary>
internal static class Sample
{
    public static byte[] SituationJson { get; } = Bytes("river-treaty.json");

    public static byte[] ScenarioJson { get; } = Bytes("half-and-half.json");

    public static byte[] AskingForAllJson { get; } = Bytes("asking-for-all.json");

    public static Situation Situation { get; } = SituationReader.Read(SituationJson).Value!;

    public static Scenario Scenario { get; } = ScenarioReader.Read(ScenarioJson, Situation).Value!;

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", file));
}
