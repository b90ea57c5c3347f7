namespace Parley.Engine.Bargaining;

/// <summary>Why there is nothing to bargain over: two players whose acceptance sets do not meet.</summary>
/// <param name="First">Index of a player.</param>
/// <param name="Second">
/// Index of the other; equal to <paramref name="First"/> when its red line forbids what is held, or nothing within its own red
/// lines is worth its while.
/// </param>
/// <param name="Issue">Index of the issue on which their red lines clash most; −1 when they clash over value.</param>
/// <param name="Gap">Points between the clashing red lines; 0 when they clash over value.</param>
/// <param name="IsSearched">True where only a search found nothing: in a game of these two that is not concave it can miss terms.</param>
public readonly record struct BlockingPair(int First, int Second, int Issue, double Gap, bool IsSearched = false)
{
    /// <summary>
    /// The player whose own bounds leave nothing, else the pair with the widest gap between red lines, else the first player,
    /// then the first pair, without terms that leave it better off; null when every pair could agree and only all together
    /// cannot.
    /// </summary>
    public static BlockingPair? Find(BargainingGame game) =>
        OverRedLines(game, alone: true) ?? OverRedLines(game, alone: false) ?? OverValue(game);

    private static BlockingPair? OverRedLines(BargainingGame game, bool alone)
    {
        BlockingPair? widest = null;
        for (var i = 0; i < game.Players; i++)
        {
            for (var j = alone ? i : 0; j < (alone ? i + 1 : game.Players); j++)
            {
                for (var k = 0; k < game.Issues; k++)
                {
                    var gap = game.AtLeast[(i * game.Issues) + k] - game.AtMost[(j * game.Issues) + k];
                    if (gap > (widest?.Gap ?? 0))
                    {
                        widest = new BlockingPair(i, j, k, gap);
                    }
                }
            }
        }

        return widest;
    }

    private static BlockingPair? OverValue(BargainingGame game)
    {
        for (var i = 0; i < game.Players; i++)
        {
            var alone = game.Among(i);
            if (!CooperativeSolver.IsFeasible(alone))
            {
                return new BlockingPair(i, i, -1, 0, !alone.IsConcave);
            }
        }

        for (var i = 0; i < game.Players; i++)
        {
            for (var j = i + 1; j < game.Players; j++)
            {
                var two = game.Among(i, j);
                if (!CooperativeSolver.IsFeasible(two))
                {
                    return new BlockingPair(i, j, -1, 0, !two.IsConcave);
                }
            }
        }

        return null;
    }
}
