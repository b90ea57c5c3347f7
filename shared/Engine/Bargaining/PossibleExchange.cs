namespace Parley.Engine.Bargaining;

/// <summary>An exchange that two actors could make, and what each would gain by it at the present outcomes.</summary>
internal readonly record struct PossibleExchange(int First, int Second, int FirstGives, int SecondGives, double Gain)
{
    /// <summary>True when the actor would move on the issue.</summary>
    public bool Moves(int actor, int issue) => (First == actor && FirstGives == issue) || (Second == actor && SecondGives == issue);
}
