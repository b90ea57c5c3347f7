using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Scenarios;

/// <summary>A term is decided, decided with a note, or a judgement of what a text means.</summary>
internal static class TermReading
{
    public static Term Term(string issue, Slot slot)
    {
        switch (slot.Node?.Kind)
        {
            case JsonValueKind.Number:
                return new Term(issue, TriangularRange.Exactly(slot.Number(Bounds.Scale)), true, null);
            case JsonValueKind.Object when slot.Node["value"] is not null:
                return slot.Object(o => Decided(issue, o));
            case JsonValueKind.Object:
                return slot.Object(o => Judged(issue, o));
            default:
                slot.RefuseKind($"a number, a value with a note, or a range (low, mode, high, source) {Bounds.Scale}");
                return new Term(issue, TriangularRange.Exactly(double.NaN), true, null);
        }
    }

    private static Term Decided(string issue, ObjectReader o) =>
        new(issue, TriangularRange.Exactly(o["value"].Number(Bounds.Scale)), true, o.Optional("note")?.Passage());

    private static Term Judged(string issue, ObjectReader o) =>
        new(issue, o.Range(Bounds.Scale), o.Optional("specified")?.Flag() ?? true, o.Optional("note")?.Passage());
}
