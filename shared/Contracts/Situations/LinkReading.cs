using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal sealed class LinkReading(Declarations declared)
{
    public Link Link(string id, ObjectReader o) => new(
        id,
        o["from"].Object(From),
        o["to"].Reference(declared.Effects),
        o["weight"].Range(new Bounds(-3, 3)),
        (int)(o.Optional("delay")?.Whole(1, 10) ?? 1),
        o.Optional("threshold")?.Object(t => new ThresholdResponse(
            t["at"].NumberOrRange(Bounds.NotNegative), t["width"].Number(Bounds.Positive))),
        o["source"].Source());

    private LinkSource From(ObjectReader o)
    {
        var source = o.OneOf("issue", "effect", "assumption", "distance", "beyondRedLine", "outcome");
        return source?.Label switch
        {
            "effect" => new LinkSource.OfEffect(source.Reference(declared.Effects)),
            "assumption" => new LinkSource.OfAssumption(source.Reference(declared.Assumptions)),
            "distance" => new LinkSource.OfDistance(source.Reference(declared.Stakeholders)),
            "beyondRedLine" => source.Object(Breach),
            "outcome" => new LinkSource.OfOutcome(source.Reference(declared.Stakeholders)),
            _ => new LinkSource.OfIssue(source?.Reference(declared.Issues) ?? ""),
        };
    }

    private LinkSource Breach(ObjectReader o)
    {
        var breach = new LinkSource.OfBreach(o["stakeholder"].Reference(declared.Stakeholders), o["issue"].Reference(declared.Issues));
        if (declared.Stakeholders.Knows(breach.Stakeholder) && declared.Issues.Knows(breach.Issue)
            && !declared.HasRedLine(breach.Stakeholder, breach.Issue))
        {
            o["issue"].Refuse(
                $"issue is {Wording.Quote(breach.Issue)} but must be one on which {Wording.Quote(breach.Stakeholder)} has a red line.");
        }

        return breach;
    }
}
