using Parley.Engine.Binding;
using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Recomputing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Driving;

/// <summary>An output with its row in the graph.</summary>
/// <param name="Row">−1 where the situation does not give it.</param>
/// <param name="Reason">Why not; null where it does.</param>
internal sealed record BoundOutput(Output Output, string Name, int Row, string? Reason)
{
    /// <summary>True for what is 1 or 0 in a draw.</summary>
    public bool IsYesOrNo => Output.Of is QuantityOfInterest.OfAcceptance;

    /// <summary>The outputs that are asked for; the impacts against no deal of the first veto players when none is named.</summary>
    /// <exception cref="ArgumentException">An output names what is not there.</exception>
    public static IReadOnlyList<BoundOutput> Of(DriversRequest request, Model model, OutputGraphBuilder builder)
    {
        var asked = request.Outputs.Count > 0 ? request.Outputs : [.. model.Stakeholders
            .Where(s => s.Role == StakeholderRole.Veto)
            .Take(DriversRequest.MostOutputs)
            .Select(s => new Output(new QuantityOfInterest.OfImpact(s.Id, ImpactBaseline.NoDeal, model.Horizon)))];
        return [.. asked.Select(output => Of(output, model, builder))];
    }

    /// <summary>One output.</summary>
    /// <exception cref="ArgumentException">It names what is not there.</exception>
    public static BoundOutput Of(Output output, Model model, OutputGraphBuilder builder)
    {
        switch (output.Of)
        {
            case QuantityOfInterest.OfImpact of:
                var affected = Find(model.Stakeholders, s => s.Id, of.Stakeholder);
                var isAgainstNoDeal = of.Against == ImpactBaseline.NoDeal;
                var baseline = isAgainstNoDeal ? "no deal" : "the status quo";
                return new BoundOutput(
                    output,
                    $"Impact on {model.Stakeholders[affected].Name} against {baseline}, year {of.Year}, in points",
                    builder.Impact(affected, isAgainstNoDeal, of.Year),
                    null);
            case QuantityOfInterest.OfAcceptance { Stakeholder: { } id }:
                var accepting = Find(model.Stakeholders, s => s.Id, id);
                return new BoundOutput(output, $"{model.Stakeholders[accepting].Name} accepting (1) or not (0)", builder.Accepts(accepting), null);
            case QuantityOfInterest.OfAcceptance:
                return new BoundOutput(output, "All who must sign accept (1) or not (0)", builder.JointAcceptance(), null);
            case QuantityOfInterest.OfEffect of:
                var effect = Find(model.Effects, e => e.Id, of.Effect);
                return new BoundOutput(output, $"{model.Effects[effect].Name}, year {of.Year}, from -1 to 1", builder.Level(effect, of.Year), null);
            case QuantityOfInterest.OfSurvival of:
                var survival = $"Probability that the deal still holds at the end of year {of.Year}";
                return model.Hazard is null
                    ? new BoundOutput(output, survival, -1, DurabilityWording.NoHazard)
                    : new BoundOutput(output, survival, builder.Survival(of.Year), null);
            default:
                const string closeness = "How much closer the terms lie to the principals than to the others, in scale lengths";
                return model.Measures?.Sides is null
                    ? new BoundOutput(output, closeness, -1, MeasureWording.NoSides)
                    : new BoundOutput(output, closeness, builder.Subordination(), null);
        }
    }

    /// <summary>Looks before any work is done whether all that is asked about is there.</summary>
    /// <exception cref="ArgumentException">An output names what is not there.</exception>
    public static void Check(IEnumerable<Output> asked, Model model)
    {
        foreach (var output in asked)
        {
            _ = output.Of switch
            {
                QuantityOfInterest.OfImpact of => Find(model.Stakeholders, s => s.Id, of.Stakeholder),
                QuantityOfInterest.OfAcceptance { Stakeholder: { } id } => Find(model.Stakeholders, s => s.Id, id),
                QuantityOfInterest.OfEffect of => Find(model.Effects, e => e.Id, of.Effect),
                _ => 0,
            };
        }
    }

    private static int Find<T>(IReadOnlyList<T> items, Func<T, string> id, string wanted)
    {
        var place = items.Select(id).ToList().IndexOf(wanted);
        return place >= 0 ? place : throw new ArgumentException($"There is no {wanted}.");
    }
}
