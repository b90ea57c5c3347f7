namespace Parley.Engine.Stability;

/// <summary>A move that tempts a decision maker to leave the deal, and the shortest answer to it; empty when there is none.</summary>
/// <param name="To">The state that it would move to.</param>
internal sealed record Temptation(int To, IReadOnlyList<Step> Sanction)
{
    private const int Deal = 0;

    /// <summary>Tells temptations apart.</summary>
    public string Key => $"{To}|{string.Join('|', Sanction.Select(step => $"{step.Mover}>{step.To}"))}";

    /// <summary>What restrains i at the deal.</summary>
    public static Restraint RestraintOf(StabilityTable table, int i) =>
        table.IsStable(SolutionConcept.Nash, i, Deal) ? Restraint.NothingToGain
        : table.IsStable(SolutionConcept.Seq, i, Deal) ? Restraint.CredibleSanction
        : table.IsStable(SolutionConcept.Smr, i, Deal) ? Restraint.InescapableSanction
        : table.IsStable(SolutionConcept.Gmr, i, Deal) ? Restraint.EscapableSanction
        : Restraint.None;

    /// <summary>
    /// The move that shows the restraint: the most preferred improvement that no stronger restraint covers, with an answer
    /// of the kind that does. Null when nothing is to be gained.
    /// </summary>
    public static Temptation? Find(GraphModel model, int i, int[][] ranks, Restraint restraint)
    {
        foreach (var to in model.Improvements(i, Deal, ranks[i]).OrderByDescending(to => ranks[i][to]))
        {
            var stronger = restraint switch
            {
                Restraint.InescapableSanction => Answer(model, i, ranks, to, Restraint.CredibleSanction),
                Restraint.EscapableSanction => Answer(model, i, ranks, to, Restraint.InescapableSanction),
                Restraint.None => Answer(model, i, ranks, to, Restraint.EscapableSanction),
                _ => null,
            };
            if (stronger is null)
            {
                return new Temptation(to, Answer(model, i, ranks, to, restraint) ?? []);
            }
        }

        return null;
    }

    private static IReadOnlyList<Step>? Answer(GraphModel model, int i, int[][] ranks, int to, Restraint kind)
    {
        var (own, held) = (ranks[i], ranks[i][Deal]);
        return kind switch
        {
            Restraint.CredibleSanction => LegalSequences.Shortest(model, i, to, ranks, state => own[state] <= held),
            Restraint.InescapableSanction => LegalSequences.Shortest(
                model, i, to, null, state => StabilitySolver.BestWithin(model, i, state, own) <= held),
            Restraint.EscapableSanction => LegalSequences.Shortest(model, i, to, null, state => own[state] <= held),
            _ => null,
        };
    }
}
