namespace Parley.Engine.Situations;

/// <summary>What drives a link. All but assumptions are measured as changes since the status quo.</summary>
public abstract record LinkSource
{
    private LinkSource()
    {
    }

    /// <summary>(x − x at the status quo) / 100.</summary>
    public sealed record OfIssue(string Issue) : LinkSource;

    /// <summary>Another effect's level, delayed.</summary>
    public sealed record OfEffect(string Effect) : LinkSource;

    /// <summary>The assumption's level, 0 to 1, in every world.</summary>
    public sealed record OfAssumption(string Assumption) : LinkSource;

    /// <summary>Salience-weighted distance of the terms from a stakeholder's ideal points, in scale lengths.</summary>
    public sealed record OfDistance(string Stakeholder) : LinkSource;

    /// <summary>How far the terms lie beyond a stakeholder's red line, in scale lengths.</summary>
    public sealed record OfBreach(string Stakeholder, string Issue) : LinkSource;

    /// <summary>A stakeholder's total value, at least one year late.</summary>
    public sealed record OfOutcome(string Stakeholder) : LinkSource;
}
