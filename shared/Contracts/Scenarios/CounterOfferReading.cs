using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Scenarios;

/// <summary>How counter-offers are to be looked for.</summary>
internal sealed class CounterOfferReading(Situation? situation, Declared issues)
{
    private const int MostOffers = 5;
    private const string Fixed = "fixed";
    private const string ExpectedLimit = "\"fixed\" or an object with atLeast, atMost or both";

    private static readonly Bounds Confidence = new(0, 1, LowIsOpen: true, HighIsOpen: true);

    /// <summary>Null where the scenario does not ask for counter-offers, which is refused here.</summary>
    public CounterOfferRequest? Request(Slot slot, bool isAskedFor)
    {
        var request = slot.Object(Request);
        if (isAskedFor)
            return request;

        slot.Refuse("counterOffers changes nothing because analyses does not have counterOffers; add it there or leave this out.");
        return null;
    }

    private CounterOfferRequest Request(ObjectReader o) => new(
        o.Optional("confidence")?.Number(Confidence) ?? CounterOfferRequest.DefaultConfidence,
        o.Optional("constraint")?.Word(Vocabulary.OfferConstraints) ?? OfferConstraint.Each,
        (int)(o.Optional("offers")?.Whole(1, MostOffers) ?? CounterOfferRequest.DefaultOffers),
        o.Optional("limits")?.KeyedBy(issues, Limit) ?? []);

    private TermLimit Limit(string issue, Slot slot)
    {
        if (situation?.Issues.FirstOrDefault(i => i.Id == issue) is { Negotiable: false })
            slot.Refuse($"{issue} is not negotiable, so that no offer moves it; leave it out.");

        switch (slot.Node?.Kind)
        {
            case JsonValueKind.String when slot.Node.Text == Fixed:
                return new TermLimit(issue, true);
            case JsonValueKind.Object:
                return slot.Object(o => Bounded(issue, o));
            default:
                slot.RefuseKind(ExpectedLimit);
                return new TermLimit(issue, true);
        }
    }

    private static TermLimit Bounded(string issue, ObjectReader o)
    {
        var (least, most) = (o.Optional("atLeast"), o.Optional("atMost"));
        if (least is null && most is null)
            o.Notes.Report(o.Node, $"{o.Node.Label} must have atLeast or atMost.");

        var limit = new TermLimit(issue, false, least?.Number(Bounds.Scale) ?? 0, most?.Number(Bounds.Scale) ?? 100);
        if (limit.AtLeast > limit.AtMost)
            least?.Refuse($"{least.Label} is {Wording.Number(limit.AtLeast)} but must not be above atMost, which is {Wording.Number(limit.AtMost)}.");
        return limit;
    }
}
