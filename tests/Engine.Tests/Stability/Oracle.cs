using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

/// <summary>
/// The textbook's definitions, word by word, over sets (Fang, Hipel &amp; Kilgour 1993, ch. 3): R_H(s) with Ω_H(s, s₁), the
/// set of those who can have moved last on the way to s₁, grown by induction until nothing is added; then the quantifiers
/// of each solution concept. It shares neither data structure nor search with the engine.
/// </summary>
internal sealed class Oracle(Conflict conflict)
{
    public bool IsStable(SolutionConcept concept, int i, int s) => Improvements(i, s).All(s1 => concept switch
    {
        SolutionConcept.Nash => false,
        SolutionConcept.Gmr => Reach(i, s1, false).Any(s2 => !Prefers(i, s2, s)),
        SolutionConcept.Smr => Reach(i, s1, false).Any(s2 => !Prefers(i, s2, s) && Moves(i, s2).All(s3 => !Prefers(i, s3, s))),
        SolutionConcept.Seq => Reach(i, s1, true).Any(s2 => !Prefers(i, s2, s)),
        _ => throw new ArgumentOutOfRangeException(nameof(concept)),
    });

    /// <summary>R_{N∖i}(s), or R⁺_{N∖i}(s).</summary>
    public IReadOnlySet<int> Reach(int i, int s, bool improving)
    {
        var others = Enumerable.Range(0, conflict.Moves.Length).Where(j => j != i).ToArray();
        var lastMovers = new SortedDictionary<int, HashSet<int>>();
        bool grown;
        foreach (var j in others)
        {
            foreach (var s1 in Step(j, s, improving))
            {
                Add(s1, j);
            }
        }

        do
        {
            grown = false;
            foreach (var (s1, last) in lastMovers.Select(pair => (pair.Key, pair.Value.ToArray())).ToArray())
            {
                foreach (var j in others.Where(j => !last.SequenceEqual([j])))
                {
                    foreach (var s2 in Step(j, s1, improving))
                    {
                        grown |= Add(s2, j);
                    }
                }
            }
        }
        while (grown);

        return lastMovers.Keys.ToHashSet();

        bool Add(int state, int mover)
        {
            lastMovers.TryAdd(state, []);
            return lastMovers[state].Add(mover);
        }
    }

    private IEnumerable<int> Step(int j, int s, bool improving) => improving ? Improvements(j, s) : Moves(j, s);

    private IEnumerable<int> Improvements(int j, int s) => Moves(j, s).Where(s1 => Prefers(j, s1, s));

    private IEnumerable<int> Moves(int j, int s) => conflict.Moves[j].Where(move => move.From == s).Select(move => move.To);

    private bool Prefers(int j, int s1, int s) => conflict.Ranks[j][s1] > conflict.Ranks[j][s];
}
