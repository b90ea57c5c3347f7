using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal sealed class OptionReading(Declarations declared)
{
    public StabilityOption Option(string id, ObjectReader o)
    {
        var shifts = o["shifts"].Object(Shifts);
        return new StabilityOption(
            id,
            o["name"].Line(),
            o["owner"].Reference(declared.Stakeholders),
            o.Optional("irreversible")?.Flag() ?? false,
            Others(o.Optional("requires"), id),
            Others(o.Optional("excludes"), id),
            shifts.Issues,
            shifts.Effects,
            o["source"].Source());
    }

    private (IReadOnlyList<IssueValue> Issues, IReadOnlyList<EffectShift> Effects) Shifts(ObjectReader o) => (
        o.Optional("issues")?.KeyedBy(declared.Issues, (id, shift) => new IssueValue(id, shift.NumberOrRange(Bounds.Points))) ?? [],
        o.Optional("effects")?.KeyedBy(declared.Effects, (id, shift) => new EffectShift(id, shift.NumberOrRange(Bounds.Signed))) ?? []);

    private IReadOnlyList<string> Others(Slot? slot, string self)
    {
        var others = slot?.References(declared.Options) ?? [];
        if (others.Contains(self))
            slot?.Refuse($"{slot.Label} names {Wording.Quote(self)} itself but must name other options.");

        return others;
    }
}
