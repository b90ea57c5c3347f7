namespace Parley.Engine.Stability;

/// <summary>What keeps a decision maker where it is, the strongest reason first.</summary>
public enum Restraint
{
    /// <summary>No move of its own is an improvement (Nash).</summary>
    NothingToGain,

    /// <summary>An answer follows that is in the interest of all who give it (SEQ, not Nash).</summary>
    CredibleSanction,

    /// <summary>An answer is open that can't be escaped, but somebody would have to hurt itself (SMR, not SEQ).</summary>
    InescapableSanction,

    /// <summary>An answer is open, but it can be escaped by moving once more (GMR, neither SMR nor SEQ).</summary>
    EscapableSanction,

    /// <summary>Some improvement has no answer.</summary>
    None,
}
