using CsCheck;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

/// <summary>
/// Two to four decision makers, two to seven states, any moves: most ways back are missing, and moves are rarely
/// transitive. Ranks repeat, so that ties are common.
/// </summary>
internal static class RandomConflicts
{
    public static Gen<Conflict> Any { get; } =
        from states in Gen.Int[2, 7]
        from decisionMakers in Gen.Int[2, 4]
        from density in Gen.Int[10, 60]
        from dice in Gen.Int[0, 99].Array[states * states].Array[decisionMakers]
        from ranks in Gen.Int[0, states].Array[states].Array[decisionMakers]
        select new Conflict(states, [.. dice.Select(own => Moves(own, states, density))], ranks);

    private static Move[] Moves(int[] dice, int states, int density) =>
    [
        .. Enumerable.Range(0, states * states)
            .Where(cell => dice[cell] < density && cell / states != cell % states)
            .Select(cell => new Move(cell / states, cell % states)),
    ];
}
