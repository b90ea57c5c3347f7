using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Offering;

/// <summary>Bargains over few issues among two or three veto players, from a number.</summary>
internal static class RandomBargain
{
    public static (Situation Situation, (string Issue, TriangularRange Value)[] Terms) Make(int seed, int issues)
    {
        var random = new Random(seed);
        string[] ids = [.. Enumerable.Range(0, issues).Select(k => $"issue-{k}")];
        string[] parties = ["one", "two", "three"];
        parties = parties[..random.Next(2, 4)];
        TriangularRange About(double value, double width) =>
            Range(Math.Clamp(value - width, 0, 100), Math.Clamp(value, 0, 100), Math.Clamp(value + width, 0, 100));
        var situation = Build.Situation(
            [.. ids.Select(id => Issue(id) with { CostOfMoving = Point(random.Next(1, 4)) })],
            [.. parties.Select(party => Stakeholder(party, [.. ids.Select(id => Preference(
                id,
                About(100 * random.NextDouble(), 10),
                Range(10, 30, 20 + (60 * random.NextDouble())),
                redLine: random.Next(3) > 0 ? null : random.Next(2) == 0
                    ? new RedLine(RedLineSide.AtMost, About(45 + (40 * random.NextDouble()), 8), Source)
                    : new RedLine(RedLineSide.AtLeast, About(15 + (40 * random.NextDouble()), 8), Source)))]) with { Margin = Point(random.Next(-5, 6)) })],
            noDeal: [Outcome("held", Point(1), [.. ids.Select(id => (id, About(100 * random.NextDouble(), 5)))])],
            costs: [.. parties.Select(party => new StakeholderCost(party, Range(0, 5, 5 + (15 * random.NextDouble()))))]);
        return (situation, [.. ids.Select(id => (id, Point(Math.Round(100 * random.NextDouble()))))]);
    }
}
