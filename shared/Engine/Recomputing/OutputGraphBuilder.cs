using Parley.Engine.Binding;

namespace Parley.Engine.Recomputing;

/// <summary>Makes a graph of what is asked for: every member gives the row where its answer will stand, then <see cref="Build"/>.</summary>
internal sealed class OutputGraphBuilder
{
    private readonly Model model;
    private readonly NodeList nodes;
    private readonly CauseNodes causes;
    private readonly EffectNodes effects;
    private readonly ImpactNodes impacts;
    private readonly AcceptanceNodes acceptances;

    public OutputGraphBuilder(Model model)
    {
        this.model = model;
        nodes = new NodeList(model.Quantities);
        var values = new ValueNodes(model, nodes);
        causes = new CauseNodes(model, nodes);
        effects = new EffectNodes(model, nodes, values, causes);
        impacts = new ImpactNodes(model, nodes, values, causes, effects);
        acceptances = new AcceptanceNodes(model, nodes, impacts);
    }

    /// <summary>Impact in points.</summary>
    public int Impact(int stakeholder, bool againstNoDeal, int year) => impacts.Impact(stakeholder, againstNoDeal, year);

    /// <summary>1 where the stakeholder accepts, else 0.</summary>
    public int Accepts(int stakeholder) => acceptances.Accepts(stakeholder);

    /// <summary>1 where all veto players accept, else 0.</summary>
    public int JointAcceptance() => acceptances.Joint();

    /// <summary>How far the deal's term stays within a red line, on the scale; below 0 beyond it.</summary>
    public int RedLineSlack(BoundRedLine line) => acceptances.RedLineSlack(line);

    /// <summary>Points by which impact against no deal and the cost of no deal exceed the margin; below 0 is a refusal.</summary>
    public int ValueSlack(int stakeholder) => acceptances.ValueSlack(stakeholder);

    /// <summary>An effect's level under the deal, −1 to 1.</summary>
    public int Level(int effect, int year) => effects.Level(Model.Deal, effect, year);

    /// <summary>Probability that the deal still holds at the end of a year; the model must have a hazard.</summary>
    public int Survival(int year) => new SurvivalNodes(model.Hazard!, nodes).Survival(year);

    /// <summary>How much closer the deal lies to the principals than to the others, −1 to 1; the model must have both sides.</summary>
    public int Subordination() => new SubordinationNodes(model.Measures!.Sides!, nodes, causes).Subordination();

    public OutputGraph Build() => new(model, nodes.Nodes);
}
