using Parley.Engine.Binding;

namespace Parley.Engine.Following;

/// <summary>
/// The chains of links that reach an effect at the horizon, unrolled in time from the effect back to its causes.
/// </summary>
/// <param name="Link">The link into the effect that the branch starts from.</param>
/// <param name="Year">The year in which the link is felt.</param>
/// <param name="Branches">Links into the link's source, when that is an effect; each leads to a cause.</param>
/// <param name="Path">Number of the path that ends here, counted through all effects; −1 while it goes on.</param>
internal sealed record CausalTree(int Link, int Year, IReadOnlyList<CausalTree> Branches, int Path)
{
    /// <summary>Longest chain that is followed; what is longer is reported as unexplained.</summary>
    private const int LongestPath = 6;

    /// <summary>Most chains followed for one effect.</summary>
    private const int MostPaths = 400;

    /// <summary>Most links tried for one effect: a dense web may hold few causes that can be reached in time.</summary>
    private const int MostSteps = 20_000;

    /// <summary>The branches of every effect, and the links of every path in the order of its number.</summary>
    public static (IReadOnlyList<CausalTree>[] Trees, IReadOnlyList<CausalChain> Paths) Grow(Model model, EffectWeb effects)
    {
        var paths = new List<CausalChain>();
        var trees = new IReadOnlyList<CausalTree>[model.Effects.Count];
        for (var e = 0; e < trees.Length; e++)
        {
            var steps = MostSteps;
            trees[e] = Branch(model, effects, e, e, model.Horizon, [], paths, paths.Count + MostPaths, ref steps);
        }

        return (trees, paths);
    }

    private static List<CausalTree> Branch(
        Model model, EffectWeb effects, int target, int effect, int year, int[] after, List<CausalChain> paths, int most, ref int steps)
    {
        var branches = new List<CausalTree>();
        foreach (var l in effects.Incoming(effect))
        {
            if (!effects.Felt(l, year) || after.Length == LongestPath || paths.Count >= most || steps-- <= 0)
            {
                continue;
            }

            var link = model.Links[l];
            int[] chain = [l, .. after];
            if (link.Kind == LinkKind.Effect)
            {
                var further = Branch(model, effects, target, link.Source, year - link.Delay, chain, paths, most, ref steps);
                if (further.Count > 0)
                {
                    branches.Add(new CausalTree(l, year, further, -1));
                }
            }
            else
            {
                branches.Add(new CausalTree(l, year, [], paths.Count));
                paths.Add(new CausalChain(target, chain));
            }
        }

        return branches;
    }
}

/// <summary>One path: the effect it reaches and its links, from the cause on.</summary>
internal sealed record CausalChain(int Effect, IReadOnlyList<int> Links);
