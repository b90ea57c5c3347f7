using Parley.Engine.Bargaining;

namespace Parley.Benchmarks.Speed;

/// <summary>Made-up actors for the Spatial Model of Politics, the same in every run.</summary>
internal static class Actors
{
    public static BargainingTable Of(int actors, int issues)
    {
        var random = new Random((1000 * actors) + issues);
        var table = new BargainingTable(actors, issues);
        for (var i = 0; i < actors; i++)
        {
            table.Capability[i] = 5 + (95 * random.NextDouble());
            for (var k = 0; k < issues; k++)
            {
                table.PositionOf(i)[k] = Math.Round(100 * random.NextDouble(), 2);
                table.SalienceOf(i)[k] = (0.1 + (0.9 * random.NextDouble())) / issues;
            }
        }

        return table;
    }
}
