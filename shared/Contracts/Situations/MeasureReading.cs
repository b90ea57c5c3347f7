using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal sealed class MeasureReading(Declarations declared)
{
    public Measures Measures(ObjectReader o) => new(
        o.Optional("subordination")?.Object(Subordination),
        o.Optional("outcomePair")?.Object(p => new OutcomePair(p["short"].Object(Event), p["long"].Object(Event), p["source"].Source())),
        o.Optional("legality")?.Keyed(0, 60, Legality) ?? []);

    private Subordination Subordination(ObjectReader o)
    {
        var principals = o["principals"].References(declared.Stakeholders, least: 1);
        var others = o["others"].References(declared.Stakeholders, least: 1);
        foreach (var both in principals.Intersect(others).Where(id => id.Length > 0))
            o["others"].Refuse($"others names {Wording.Quote(both)}, who is among the principals, but must name only others.");

        return new Subordination(principals, others, o["source"].Source());
    }

    private OutcomeEvent Event(ObjectReader o) => new(
        o["effect"].Reference(declared.Effects),
        (int)(o["year"].Whole(1, 30) ?? 0),
        o["wants"].Word(Vocabulary.Directions),
        o["threshold"].Number(Bounds.SignedInside));

    private LegalityTest Legality(string id, ObjectReader o)
    {
        var (side, bound) = Sided.Read(o);
        return new LegalityTest(
            id,
            o["name"].Line(),
            o["issue"].Reference(declared.Issues),
            side,
            bound?.Number(Bounds.Scale) ?? double.NaN,
            o["text"].Passage(),
            o["source"].Source());
    }
}
