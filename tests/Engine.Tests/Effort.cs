namespace Parley.Engine.Tests;

/// <summary>How often a property is tried: as often as it says, but a twentieth in a mutation run, which tries it once a mutant.</summary>
internal static class Effort
{
    /// <summary>Set by tests/mutate.sh.</summary>
    private const string MutationRun = "PARLEY_MUTATION_RUN";

    private static readonly bool IsLow = Environment.GetEnvironmentVariable(MutationRun) is not null;

    public static int Of(int tries) => IsLow ? Math.Max(5, tries / 20) : tries;
}
