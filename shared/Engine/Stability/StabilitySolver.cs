namespace Parley.Engine.Stability;

/// <summary>
/// Judges every state of a graph model for every decision maker by every <see cref="SolutionConcept"/>. A state s is
/// sanctioned after i's move to s₁ when the others reach some s₂ with u_i(s₂) ≤ u_i(s): when the least u_i within their
/// reach is that low. For SMR the number to be low is what i can still make of s₂, max(u_i(s₂), max u_i over R_i(s₂)).
/// Memory is reused from one call to the next.
/// </summary>
public sealed class StabilitySolver
{
    private readonly GraphModel model;
    private readonly Sanctions sanctions;
    private readonly StabilityTable table;
    private readonly int[] escapes;
    private readonly int[] general;
    private readonly int[] symmetric;
    private readonly int[] sequential;

    public StabilitySolver(GraphModel model)
    {
        this.model = model;
        sanctions = new Sanctions(model);
        table = new StabilityTable(model);
        escapes = new int[model.States];
        general = new int[model.States];
        symmetric = new int[model.States];
        sequential = new int[model.States];
    }

    /// <summary>Judges all states.</summary>
    /// <param name="ranks">Per decision maker, a rank per state, the higher the better; equal ranks are ties.</param>
    /// <returns>The verdicts, valid until the next call.</returns>
    /// <exception cref="ArgumentException">Ranks are missing.</exception>
    public StabilityTable Solve(int[][] ranks)
    {
        if (ranks.Length != model.DecisionMakers || ranks.Any(own => own.Length != model.States))
        {
            throw new ArgumentException($"{model.DecisionMakers} × {model.States} ranks are needed.", nameof(ranks));
        }

        table.Reset();
        for (var i = 0; i < model.DecisionMakers; i++)
        {
            FindEscapes(i, ranks[i]);
            sanctions.Compute(i, ranks[i], null, general);
            sanctions.Compute(i, escapes, null, symmetric);
            sanctions.Compute(i, ranks[i], ranks, sequential);
            Judge(i, ranks[i]);
        }

        return table;
    }

    private void FindEscapes(int i, int[] ranks)
    {
        for (var state = 0; state < escapes.Length; state++)
        {
            escapes[state] = BestWithin(model, i, state, ranks);
        }
    }

    /// <summary>The highest rank that a decision maker has within a move, staying included.</summary>
    internal static int BestWithin(GraphModel model, int i, int state, int[] ranks)
    {
        var best = ranks[state];
        foreach (var to in model.Moves(i, state))
        {
            best = Math.Max(best, ranks[to]);
        }

        return best;
    }

    private void Judge(int i, int[] ranks)
    {
        for (var state = 0; state < ranks.Length; state++)
        {
            foreach (var to in model.Moves(i, state))
            {
                if (ranks[to] > ranks[state])
                {
                    table.Deny(SolutionConcept.Nash, i, state);
                    DenyUnsanctioned(SolutionConcept.Gmr, i, state, general[to] > ranks[state]);
                    DenyUnsanctioned(SolutionConcept.Smr, i, state, symmetric[to] > ranks[state]);
                    DenyUnsanctioned(SolutionConcept.Seq, i, state, sequential[to] > ranks[state]);
                }
            }
        }
    }

    private void DenyUnsanctioned(SolutionConcept concept, int i, int state, bool unsanctioned)
    {
        if (unsanctioned)
        {
            table.Deny(concept, i, state);
        }
    }
}
