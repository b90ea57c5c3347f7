using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal sealed class StakeholderReading(Declarations declared)
{
    public Stakeholder Stakeholder(string id, ObjectReader o)
    {
        var exposures = o.Optional("exposures")?.Object(Exposures) ?? new([], []);
        var stakeholder = new Stakeholder(
            id,
            o["name"].Line(),
            o["role"].Word(Vocabulary.Roles),
            o["influence"].Range(Bounds.Scale),
            Preferences(o["preferences"]),
            o.Optional("interactions")?.Keyed(0, 100, (key, i) => Interaction(key, i, o.Node)) ?? [],
            exposures.Effects,
            exposures.Outcomes,
            o.Optional("lossAversion")?.NumberOrRange(new Bounds(1, 5)) ?? TriangularRange.Exactly(1),
            o.Optional("margin")?.NumberOrRange(Bounds.Points) ?? TriangularRange.Exactly(0),
            o.Optional("ratifiedBy")?.References(declared.Stakeholders) ?? [],
            o.Optional("profiles")?.Keyed(0, 20, Profile) ?? [],
            o["source"].Source());
        StakeholderChecks.Weights(stakeholder, o);
        return stakeholder;
    }

    private IReadOnlyList<Preference> Preferences(Slot slot) =>
        slot.KeyedBy(declared.Issues, (issue, item) => item.Object(o => new Preference(
            issue,
            o["ideal"].Range(Bounds.Scale),
            o["salience"].Range(Bounds.Scale),
            o.Optional("shape")?.NumberOrRange(new Bounds(0.2, 5)) ?? TriangularRange.Exactly(1),
            o.Optional("redLine")?.Object(RedLine))));

    private static RedLine RedLine(ObjectReader o)
    {
        var (side, bound) = Sided.Read(o);
        return new RedLine(side, bound?.NumberOrRange(Bounds.Scale) ?? TriangularRange.Exactly(double.NaN), o["source"].Source());
    }

    private Interaction Interaction(string id, ObjectReader o, Node stakeholder)
    {
        var issues = o["issues"].List(2, 2, item =>
        {
            var issue = item.Reference(declared.Issues);
            if (declared.Issues.Knows(issue) && stakeholder["preferences"]?[issue] is null)
                item.Refuse($"{Wording.Quote(issue)} has no preference of this stakeholder but an interaction needs both.");
            return issue;
        });
        if (issues is [var a, var b] && a == b)
            o["issues"].Refuse($"issues names {Wording.Quote(a)} twice but must name two issues.");

        return new Interaction(
            id, issues.FirstOrDefault(""), issues.LastOrDefault(""), o["weight"].Range(Bounds.Scale), o["source"].Source());
    }

    private (IReadOnlyList<EffectExposure> Effects, IReadOnlyList<OutcomeExposure> Outcomes) Exposures(ObjectReader o) => (
        o.Optional("effects")?.KeyedBy(declared.Effects, (id, item) => item.Object(
            e => new EffectExposure(id, Wants(e), e["weight"].Range(Bounds.Scale), e["source"].Source()))) ?? [],
        o.Optional("outcomes")?.KeyedBy(declared.Stakeholders, (id, item) => item.Object(
            e => new OutcomeExposure(id, Wants(e), e["weight"].Range(Bounds.Scale), e["source"].Source()))) ?? []);

    private static Direction Wants(ObjectReader o) => o["wants"].Word(Vocabulary.Directions);

    private Profile Profile(string id, ObjectReader o) =>
        new(id, o["name"].Line(), Preferences(o["preferences"]), o["source"].Source());
}
