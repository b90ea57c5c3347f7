using Parley.Contracts.Checking;
using Parley.Contracts.Scenarios;
using Parley.Engine;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Contracts.Sweeps;

/// <param name="situation">What the base scenario refers to; null when only the sweep's own form is checked.</param>
/// <param name="isAccepted">True for a sweep that has been accepted, maybe by a version that took any threshold.</param>
internal sealed class SweepReading(Situation? situation, bool isAccepted)
{
    private const int SchemaVersion = 1;
    private const int MostDraws = 100_000;

    private readonly Declared issues = new("an issue", situation?.Id ?? "", situation?.Issues.Select(i => i.Id).ToList());
    private readonly Declared stakeholders = new("a stakeholder", situation?.Id ?? "", situation?.Stakeholders.Select(s => s.Id).ToList());
    private readonly Declared effects = new("an effect", situation?.Id ?? "", situation?.Effects.Select(e => e.Id).ToList());

    public Sweep Sweep(ObjectReader o)
    {
        _ = o["schemaVersion"].Whole(SchemaVersion, SchemaVersion);
        var title = o["title"].Line();
        var scenario = o["base"].Object(new ScenarioReading(situation).Scenario);
        var design = o.Optional("design") is { } slot ? slot.Object(DesignReading.Design) : new SweepDesign.Grid();
        var isGrid = design is SweepDesign.Grid;
        var before = o.Notes.Count;
        var varied = o["vary"].KeyedBy(issues, (issue, values) => VariedReading.Term(issue, values, isGrid), least: 1);
        var outputs = o.Optional("outputs") is { } asked
            ? Outputs(asked, new DriversReading(stakeholders, effects, scenario.Horizon, scenario.ShortHorizon))
            : UsualOutputs(o, scenario);
        var sweep = new Sweep(
            title,
            scenario,
            varied,
            design,
            (int)(o.Optional("draws")?.Whole(200, MostDraws, multipleOf: 20) ?? Engine.Sweeping.Sweep.DefaultDraws),
            outputs);
        if (isGrid && o.Notes.Count == before && Variants.CountOf(sweep) is > Engine.Sweeping.Sweep.MostVariants)
            o["vary"].Refuse($"The grid has more than {Wording.Number(Engine.Sweeping.Sweep.MostVariants)} variants, one for every combination; vary fewer terms or levels, or take a latinHypercube of a size.");
        return sweep;
    }

    private IReadOnlyList<SweepOutput> UsualOutputs(ObjectReader o, Scenario scenario)
    {
        if (situation is not null && situation.Stakeholders.All(s => s.Role != StakeholderRole.Veto))
            o["outputs"].RefuseKind("given, since nobody can veto");
        return
        [
            .. (situation?.Stakeholders ?? [])
                .Where(s => s.Role == StakeholderRole.Veto)
                .Take(DriversRequest.MostOutputs)
                .Select(s => new SweepOutput(new QuantityOfInterest.OfImpact(s.Id, ImpactBaseline.NoDeal, scenario.Horizon), Direction.More)),
        ];
    }

    private IReadOnlyList<SweepOutput> Outputs(Slot slot, DriversReading quantities)
    {
        var asked = new HashSet<QuantityOfInterest>();
        return slot.List(1, Engine.Sweeping.Sweep.MostOutputs, item =>
        {
            var before = item.Notes.Count;
            var output = item.Object(o => Output(o, quantities));
            if (item.Notes.Count > before)
                return output;
            if (situation is not null && Sweeper.Refusal(situation, output.Of) is { } reason)
                item.Refuse($"{item.Label} cannot be given. {reason}");
            else if (!asked.Add(output.Of))
                item.Refuse($"{item.Label} asks for an output that stands before it but each may be asked for only once.");
            return output;
        });
    }

    private SweepOutput Output(ObjectReader o, DriversReading quantities)
    {
        var of = quantities.Quantity(o);
        var usual = new SweepOutput(of, o.Optional("wants")?.Word(Vocabulary.Directions) ?? Direction.More);
        return o.Optional("fails") is { } fails ? usual with { Fails = fails.Object(cases => Fails(cases, of)) } : usual;
    }

    // No mean lies beyond what an output can be: a threshold there would have every variant fail, or none.
    private CasesOfInterest Fails(ObjectReader o, QuantityOfInterest of) => isAccepted ? DriversReading.Cases(o, Bounds.Any, Bounds.Any) : of switch
    {
        QuantityOfInterest.OfAcceptance or QuantityOfInterest.OfSurvival => Within(o, 0, 1),
        QuantityOfInterest.OfEffect or QuantityOfInterest.OfSubordination => Within(o, -1, 1),
        _ => DriversReading.Cases(o, Bounds.Any, Bounds.Any),
    };

    private static CasesOfInterest Within(ObjectReader o, double low, double high) =>
        DriversReading.Cases(o, above: new Bounds(low, high, HighIsOpen: true), below: new Bounds(low, high, LowIsOpen: true));
}
