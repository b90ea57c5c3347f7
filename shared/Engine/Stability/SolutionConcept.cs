namespace Parley.Engine.Stability;

/// <summary>
/// When a state is stable for a decision maker i, as defined for any number of decision makers by Fang, Hipel &amp; Kilgour
/// 1993, ch. 3, and Xu, Hipel, Kilgour &amp; Fang 2018, Conflict Resolution Using the Graph Model (Springer), ch. 4. Nash
/// implies SEQ implies GMR; Nash implies SMR implies GMR.
/// </summary>
public enum SolutionConcept
{
    /// <summary>Nash 1951: i has no improvement.</summary>
    Nash,

    /// <summary>General metarationality (Howard 1971): the others can answer each improvement so that i is no better off.</summary>
    Gmr,

    /// <summary>Symmetric metarationality (Howard 1971): the same, and i can't escape by moving once more.</summary>
    Smr,

    /// <summary>Sequential stability (Fraser &amp; Hipel 1979): the same as GMR, but every step of the answer improves the lot of who takes it.</summary>
    Seq,
}
