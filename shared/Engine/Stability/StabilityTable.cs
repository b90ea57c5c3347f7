namespace Parley.Engine.Stability;

/// <summary>Which states are stable for whom, by which concept.</summary>
public sealed class StabilityTable
{
    private const byte All = 0b1111;

    private readonly byte[] verdicts;
    private readonly int states;

    internal StabilityTable(GraphModel model)
    {
        states = model.States;
        DecisionMakers = model.DecisionMakers;
        verdicts = new byte[states * DecisionMakers];
    }

    /// <summary>Number of decision makers.</summary>
    public int DecisionMakers { get; }

    /// <summary>Whether a state is stable for a decision maker.</summary>
    public bool IsStable(SolutionConcept concept, int decisionMaker, int state) =>
        (verdicts[(decisionMaker * states) + state] & Bit(concept)) != 0;

    /// <summary>Whether a state is stable for every decision maker.</summary>
    public bool IsEquilibrium(SolutionConcept concept, int state)
    {
        for (var i = 0; i < DecisionMakers; i++)
        {
            if (!IsStable(concept, i, state))
            {
                return false;
            }
        }

        return true;
    }

    internal void Reset() => verdicts.AsSpan().Fill(All);

    internal void Deny(SolutionConcept concept, int decisionMaker, int state) =>
        verdicts[(decisionMaker * states) + state] &= (byte)~Bit(concept);

    private static int Bit(SolutionConcept concept) => 1 << (int)concept;
}
