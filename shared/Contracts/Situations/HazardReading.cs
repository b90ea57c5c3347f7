using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal sealed class HazardReading(Declarations declared)
{
    private const long MostCases = 1_000_000;

    public Hazard Hazard(ObjectReader o) => new(
        o["baseClass"].Reference(declared.HazardClasses),
        o["goodFaith"].Reference(declared.Assumptions),
        o["classes"].Keyed(1, 30, Class),
        o["factors"].Keyed(0, 60, Factor),
        o["source"].Source());

    private static BaseRate Class(string id, ObjectReader o)
    {
        var (cases5, share5) = (o.Optional("cases5"), o.Optional("share5"));
        if (cases5 is null != share5 is null)
            o.Notes.Report(o.Node, $"{o.Node.Label} must have both cases5 and share5, or neither.");

        var rate = new BaseRate(
            id,
            o["name"].Line(),
            (int?)cases5?.Whole(1, MostCases),
            share5?.Number(Bounds.Probability),
            (int)(o["cases10"].Whole(1, MostCases) ?? 0),
            o["share10"].Number(Bounds.Probability),
            o["source"].Source());
        if (rate.Share5 > rate.Share10)
        {
            share5?.Refuse(
                $"share5 is {Wording.Number(rate.Share5.Value)} but must not be above share10, which is {Wording.Number(rate.Share10)}.");
        }

        return rate;
    }

    private HazardFactor Factor(string id, ObjectReader o) => new(
        id,
        o["name"].Line(),
        o["from"].Object(From),
        o["counts"].Word(Vocabulary.Directions),
        o["oddsRatio"].Range(Bounds.Positive),
        o.Optional("dependsOnGoodFaith")?.Flag() ?? false,
        o["source"].Source());

    private LinkSource From(ObjectReader o) => o.OneOf("issue", "assumption") switch
    {
        { Label: "assumption" } assumption => new LinkSource.OfAssumption(assumption.Reference(declared.Assumptions)),
        var issue => new LinkSource.OfIssue(issue?.Reference(declared.Issues) ?? ""),
    };
}
