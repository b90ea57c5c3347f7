using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Engine.Scenarios;
using Parley.Engine.Sweeping;

namespace Parley.Contracts.Sweeps;

/// <summary>How the values of varied terms are put together.</summary>
internal static class DesignReading
{
    private const long LargestSeed = 9_007_199_254_740_991;

    public static SweepDesign Design(ObjectReader o)
    {
        var kind = o.OneOf("grid", "latinHypercube");
        if (kind?.Label == "latinHypercube")
            return kind.Object(Hypercube);
        if (kind is not null && !kind.Flag() && kind.Node?.Kind == JsonValueKind.False)
            kind.Refuse("grid is false but must be true, or another design.");
        return new SweepDesign.Grid();
    }

    private static SweepDesign.LatinHypercube Hypercube(ObjectReader o) => new(
        (int)(o["size"].Whole(2, Sweep.MostVariants) ?? 2),
        o.Optional("seed")?.Whole(0, LargestSeed) ?? Scenario.DefaultSeed);
}
