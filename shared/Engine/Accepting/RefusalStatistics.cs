using Parley.Engine.Binding;
using Parley.Engine.Estimating;

namespace Parley.Engine.Accepting;

/// <summary>Places in the tally of what <see cref="Acceptance"/> counts.</summary>
internal sealed class RefusalStatistics
{
    private readonly int[] accepts;
    private readonly int[] redLines;
    private readonly int[] crossings;
    private readonly int[] ratifiers;
    private readonly int[] values;

    public RefusalStatistics(Model model, Statistics statistics)
    {
        First = statistics.Count;
        Joint = statistics.Reserve();
        accepts = [.. model.Stakeholders.Select(_ => statistics.Reserve())];
        redLines = [.. model.Stakeholders.Select(s => statistics.Reserve(s.Preferences.Count))];
        crossings = [.. model.Stakeholders.Select(s => statistics.Reserve(s.Preferences.Count))];
        ratifiers = [.. model.Stakeholders.Select(s => statistics.Reserve(s.RatifiedBy.Count))];
        values = [.. model.Stakeholders.Select(s => statistics.Reserve(
            1 + s.Preferences.Count + s.Interactions.Count + s.Effects.Count + s.Outcomes.Count))];
        End = statistics.Count;
    }

    /// <summary>The first of the counts that become shares.</summary>
    public int First { get; }

    /// <summary>One past the last of them.</summary>
    public int End { get; }

    public int Joint { get; }

    public int Accepts(int stakeholder) => accepts[stakeholder];

    /// <summary>Refusals over a red line, by preference.</summary>
    public int RedLine(int stakeholder, int preference) => redLines[stakeholder] + preference;

    /// <summary>Draws in which a red line is crossed, whatever else is wrong.</summary>
    public int Crossing(int stakeholder, int preference) => crossings[stakeholder] + preference;

    /// <summary>Refusals by a ratifier, by its place in the list.</summary>
    public int Ratifier(int stakeholder, int place) => ratifiers[stakeholder] + place;

    /// <summary>Refusals over value, by component; −1 where nothing is lost but too little gained.</summary>
    public int Value(int stakeholder, int component) => values[stakeholder] + 1 + component;
}
