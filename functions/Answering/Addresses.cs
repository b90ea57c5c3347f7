namespace Parley.Functions.Answering;

/// <summary>Where things are.</summary>
public static class Addresses
{
    public static string Scenario(Guid id) => $"/api/scenarios/{id}";

    public static string Impacts(Guid id) => $"/api/scenarios/{id}/impacts";

    public static string Report(Guid id) => $"/api/scenarios/{id}/report";

    public static string Inputs(Guid id) => $"/api/scenarios/{id}/inputs";

    public static string Sweep(Guid id) => $"/api/sweeps/{id}";

    public static string SweepInputs(Guid id) => $"/api/sweeps/{id}/inputs";

    public static string SweepVariants(Guid id) => $"/api/sweeps/{id}/variants";

    public static string DeadLetter(string id) => $"/api/dead-letters/{id}";

    public static string DeadLettersAfter(string id) => $"/api/dead-letters?after={id}";

    public static string Situation(string id) => $"/api/situations/{id}";

    public static string SituationVersion(string id, int number) => $"/api/situations/{id}/versions/{number}";

    public static string SituationVersions(string id) => $"/api/situations/{id}/versions";

    public static string SituationScenarios(string id) => $"/api/situations/{id}/scenarios";
}
