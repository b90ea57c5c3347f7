using Parley.Engine.Binding;
using Parley.Engine.Following;
using Parley.Engine.Valuing;

namespace Parley.Engine.Recomputing;

/// <summary>Nodes of what the terms of a world feed into links, as changes since the status quo; see <see cref="LinkInputs"/>.</summary>
internal sealed class CauseNodes(Model model, NodeList nodes)
{
    /// <summary>The input of a link that starts at an issue, an assumption, a distance or a red line.</summary>
    public int Input(BoundLink link, int world) => link.Kind switch
    {
        LinkKind.Assumption => link.Source,
        LinkKind.Issue => SinceHeld(link, world, (term, held) =>
            nodes.Add([term, held], (rows, result) => LinkKernels.Change(rows[term], rows[held], result))),
        LinkKind.Distance => Difference(Distance(link.Source, world), Distance(link.Source, Model.StatusQuo)),
        LinkKind.Breach when link.Preference >= 0 => Difference(Breach(link, world), Breach(link, Model.StatusQuo)),
        _ => nodes.Zero,
    };

    /// <summary>How far a world's terms lie from a stakeholder's ideal points, in scale lengths.</summary>
    public int Distance(int stakeholder, int world) => nodes.Once(nameof(Distance), stakeholder, world, 0, () =>
    {
        var preferences = model.Stakeholders[stakeholder].Preferences;
        var terms = model.Worlds[world].TermRows;
        var saliences = nodes.Once("Saliences", stakeholder, 0, 0, () =>
            nodes.Add([.. preferences.Select(p => p.SalienceRow)], (rows, result) =>
            {
                result.Clear();
                foreach (var preference in preferences)
                {
                    ValueKernels.Add(rows[preference.SalienceRow], result);
                }
            }));
        return nodes.Add(
            [saliences, .. preferences.SelectMany(p => new[] { terms[p.Issue], p.IdealRow, p.SalienceRow })],
            (rows, result) =>
            {
                result.Clear();
                foreach (var preference in preferences)
                {
                    IdealDistance.Add(rows[terms[preference.Issue]], rows[preference.IdealRow], rows[preference.SalienceRow], result);
                }

                IdealDistance.Divide(rows[saliences], result);
            });
    });

    private int Breach(BoundLink link, int world)
    {
        var preference = model.Stakeholders[link.Source].Preferences[link.Preference];
        var term = model.Worlds[world].TermRows[preference.Issue];
        return nodes.Once(nameof(Breach), term, preference.AtMostRow, preference.AtLeastRow, () =>
            nodes.Add([term, .. preference.RedLines.Select(line => line.Row)], (rows, result) =>
            {
                result.Clear();
                foreach (var (_, side, line) in preference.RedLines)
                {
                    LinkKernels.AddBreach(rows[term], rows[line], side, result);
                }
            }));
    }

    private int SinceHeld(BoundLink link, int world, Func<int, int, int> make)
    {
        var term = model.Worlds[world].TermRows[link.Source];
        var held = model.Worlds[Model.StatusQuo].TermRows[link.Source];
        return term == held ? nodes.Zero : nodes.Once(nameof(SinceHeld), term, held, 0, () => make(term, held));
    }

    /// <summary>left − right; nothing where both are the same row.</summary>
    public int Difference(int left, int right) => left == right
        ? nodes.Zero
        : nodes.Once(nameof(Difference), left, right, 0, () =>
            nodes.Add([left, right], (rows, result) => ValueKernels.Subtract(rows[left], rows[right], result)));
}
