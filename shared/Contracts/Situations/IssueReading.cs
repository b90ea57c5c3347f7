using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal static class IssueReading
{
    public static Issue Issue(string id, ObjectReader o) => new(
        id,
        o["name"].Line(),
        Anchors(o["anchors"]),
        o.Optional("negotiable")?.Flag() ?? true,
        o.Optional("costOfMoving")?.NumberOrRange(Bounds.NotNegative) ?? TriangularRange.Exactly(1),
        o["source"].Source());

    private static IReadOnlyList<Anchor> Anchors(Slot slot)
    {
        var before = double.NegativeInfinity;
        var anchors = slot.List(2, 21, item => item.Object(o =>
        {
            var anchor = new Anchor(o["at"].Number(Bounds.Scale), o["text"].Passage());
            if (anchor.At <= before)
            {
                o["at"].Refuse(
                    $"at is {Wording.Number(anchor.At)} but must be above the anchor before, which is {Wording.Number(before)}.");
            }

            before = anchor.At;
            return anchor;
        }));

        if (anchors.Count > 0 && (anchors[0].At > 0 || anchors[^1].At < 100))
            slot.Refuse($"{slot.Label} must word both ends of the scale, from 0 to 100.");
        return anchors;
    }
}
