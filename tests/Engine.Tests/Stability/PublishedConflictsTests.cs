using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

/// <summary>Stable states as published, per decision maker and jointly; states are numbered from 1.</summary>
public sealed class PublishedConflictsTests
{
    private static readonly (int, int)[] RowMoves = [(1, 2), (2, 1), (3, 4), (4, 3)];
    private static readonly (int, int)[] ColumnMoves = [(1, 3), (2, 4), (3, 1), (4, 2)];

    /// <summary>Fang, Hipel &amp; Kilgour 1993. States: both cooperate; Row defects; Column defects; both defect.</summary>
    private static readonly Conflict PrisonersDilemma = Conflict.Published(4, [RowMoves, ColumnMoves], [[2, 1, 4, 3], [3, 1, 4, 2]]);

    /// <summary>Fang, Hipel &amp; Kilgour 1993. The same states; both would rather give way than see both defect.</summary>
    private static readonly Conflict Chicken = Conflict.Published(4, [RowMoves, ColumnMoves], [[2, 1, 3, 4], [3, 1, 2, 4]]);

    /// <summary>
    /// The groundwater contamination at Elmira, Ontario, in 1991 (Hipel, Fang, Kilgour &amp; Haight 1993). The ministry may
    /// modify its order; Uniroyal delays, accepts or abandons, none of which it can take back; the local government may
    /// insist on the original order.
    /// </summary>
    private static readonly Conflict Elmira = Conflict.Published(
        9,
        [
            [(1, 2), (3, 4), (5, 6), (7, 8)],
            [(1, 3), (1, 9), (2, 4), (2, 9), (3, 9), (4, 9), (5, 7), (5, 9), (6, 8), (6, 9), (7, 9), (8, 9)],
            [(1, 5), (2, 6), (3, 7), (4, 8), (5, 1), (6, 2), (7, 3), (8, 4)],
        ],
        [[7, 3, 4, 8, 5, 1, 2, 6, 9], [1, 4, 8, 5, 9, 3, 7, 2, 6], [7, 3, 5, 1, 8, 6, 4, 2, 9]]);

    [Fact]
    public void Both_prisoners_defecting_is_the_only_Nash_equilibrium_of_their_dilemma() =>
        Assert.Equal([[2, 4], [3, 4], [4]], PrisonersDilemma.Solve(SolutionConcept.Nash));

    [Theory]
    [InlineData(SolutionConcept.Gmr)]
    [InlineData(SolutionConcept.Smr)]
    [InlineData(SolutionConcept.Seq)]
    public void Prisoners_who_foresee_the_answer_may_both_cooperate(SolutionConcept concept) =>
        Assert.Equal([[1, 2, 4], [1, 3, 4], [1, 4]], PrisonersDilemma.Solve(concept));

    [Theory]
    [InlineData(SolutionConcept.Nash)]
    [InlineData(SolutionConcept.Seq)]
    public void In_chicken_one_of_the_two_gives_way(SolutionConcept concept) =>
        Assert.Equal([[2, 3], [2, 3], [2, 3]], Chicken.Solve(concept));

    [Theory]
    [InlineData(SolutionConcept.Gmr)]
    [InlineData(SolutionConcept.Smr)]
    public void In_chicken_the_threat_to_crash_also_keeps_both_cooperating(SolutionConcept concept) =>
        Assert.Equal([[1, 2, 3], [1, 2, 3], [1, 2, 3]], Chicken.Solve(concept));

    [Fact]
    public void Elmira_has_three_Nash_equilibria() => Assert.Equal(
        [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 4, 5, 8, 9], [5, 6, 7, 8, 9], [5, 8, 9]],
        Elmira.Solve(SolutionConcept.Nash));

    [Theory]
    [InlineData(SolutionConcept.Gmr)]
    [InlineData(SolutionConcept.Smr)]
    public void Elmira_has_five_metarational_equilibria(SolutionConcept concept) => Assert.Equal(
        [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 4, 5, 8, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 4, 5, 8, 9]],
        Elmira.Solve(concept));

    [Fact]
    public void Elmira_has_three_sequentially_stable_equilibria() => Assert.Equal(
        [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 4, 5, 8, 9], [2, 3, 5, 6, 7, 8, 9], [5, 8, 9]],
        Elmira.Solve(SolutionConcept.Seq));
}
