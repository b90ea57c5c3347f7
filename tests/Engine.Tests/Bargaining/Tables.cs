using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>Bargaining tables, given and random.</summary>
internal static class Tables
{
    public static BargainingTable Of(double[] capability, double[][] salience, double[][] position)
    {
        var table = new BargainingTable(capability.Length, salience[0].Length);
        capability.CopyTo(table.Capability);
        for (var i = 0; i < capability.Length; i++)
        {
            salience[i].CopyTo(table.SalienceOf(i));
            position[i].CopyTo(table.PositionOf(i));
        }

        return table;
    }

    /// <summary>Up to 8 actors and 4 issues; everyone's saliences add up to at most 1.</summary>
    public static Gen<BargainingTable> Random { get; } =
        from actors in Gen.Int[2, 8]
        from issues in Gen.Int[1, 4]
        from capability in Gen.Double[1, 100].Array[actors]
        from salience in Gen.Double[0.05, 1].Array[issues].Array[actors]
        from position in Gen.Double[0, 100].Array[issues].Array[actors]
        select Of(capability, [.. salience.Select(row => row.Select(s => s / issues).ToArray())], position);
}
