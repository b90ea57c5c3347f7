using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;
using Parley.Engine.Valuing;

namespace Parley.Engine.Following;

/// <summary>What the terms of a world feed into links: changes since the status quo, in scale lengths.</summary>
internal sealed class LinkInputs(Model model)
{
    private readonly DrawMatrix scratch = new(2);

    public void Compute(DrawMatrix draws) => scratch.Draws = draws.Draws;

    /// <summary>Writes the input of a link that starts at an issue, an assumption, a distance or a red line.</summary>
    public void Write(DrawMatrix draws, BoundLink link, int world, Span<Vector256<double>> input)
    {
        if (link.Kind == LinkKind.Assumption)
        {
            draws[link.Source].CopyTo(input);
            return;
        }

        var held = model.Worlds[Model.StatusQuo];
        if (link.Kind == LinkKind.Issue)
        {
            LinkKernels.Change(draws[model.Worlds[world].TermRows[link.Source]], draws[held.TermRows[link.Source]], input);
            return;
        }

        Measure(draws, link, model.Worlds[world], input);
        Measure(draws, link, held, scratch[0]);
        ValueKernels.Subtract(input, scratch[0], input);
    }

    private void Measure(DrawMatrix draws, BoundLink link, World world, Span<Vector256<double>> level)
    {
        switch (link.Kind)
        {
            case LinkKind.Distance:
                IdealDistance.Write(draws, model.Stakeholders[link.Source], world, scratch[1], level);
                break;
            case LinkKind.Breach when link.Preference >= 0:
                var preference = model.Stakeholders[link.Source].Preferences[link.Preference];
                level.Clear();
                foreach (var (_, side, line) in preference.RedLines)
                {
                    LinkKernels.AddBreach(draws[world.TermRows[preference.Issue]], draws[line], side, level);
                }

                break;
            default:
                level.Clear();
                break;
        }
    }
}
