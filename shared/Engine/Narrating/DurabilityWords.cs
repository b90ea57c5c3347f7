using Parley.Engine.Estimating;
using Parley.Engine.Holding;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>Would it hold, and beside which record.</summary>
internal static class DurabilityWords
{
    private const string Durability = "/durability";
    private const int FactorsShown = 2;

    /// <summary>The least by which two shares differ in print, in percent.</summary>
    private const double OneStep = 5;

    /// <summary>Log-odds a year below which a factor hardly matters: odds change by about a tenth.</summary>
    private const double Slight = 0.1;

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.Durability switch
    {
        null => null,
        { Value: { } held } => Sentences(findings, held),
        { Reason: var reason } => [findings.Sentence(Phrase.Name(reason ?? "", $"{Durability}/reason"))],
    };

    private static IEnumerable<Sentence> Sentences(Findings findings, DurabilityReport held)
    {
        var record = held.Classes.Single(curve => curve.Class.Id == held.BaseClass).Class;
        yield return findings.Sentence(AtTheHorizon(findings, held.Long, record));
        if (held.Short.Year < held.Long.Year)
        {
            yield return findings.Sentence(Phrase
                .Of($"If it is signed, the chance for year {findings.ShortHorizon} is {Rounded.Share(held.Short.Mean, $"{Durability}/short/mean")}; in the record {Rounded.Share(held.Short.BaseRate, $"{Durability}/short/baseRate")}.")
                .From(findings.Situation.Hazard!.Source, record.Source));
        }

        if (Factors(findings, held.Factors) is { } factors)
        {
            yield return findings.Sentence(factors);
        }

        yield return findings.Sentence(Record(findings, held, record));
    }

    private static Phrase AtTheHorizon(Findings findings, SurvivalYear year, BaseRate record)
    {
        var (low, high) = (Rounded.Share(year.Low80, $"{Durability}/long/low80"), Rounded.Share(year.High80, $"{Durability}/long/high80"));
        var range = low.Words == high.Words ? Phrase.Empty : Phrase.Of($", in most draws between {low} and {high}");
        var within = range.Text.Length > 0 && IsWithin(year) ? ", which lies in that range" : "";
        return Phrase
            .Of($"If it is signed, {Likelihood.SoIs(year.Mean.Value)} the deal still holds after year {findings.Horizon} ({Rounded.Share(year.Mean, $"{Durability}/long/mean")}{range}); that is {Beside(year)} the record it starts from ({Rounded.Share(year.BaseRate, $"{Durability}/long/baseRate")}{within}).")
            .From(findings.Situation.Hazard!.Source, record.Source);
    }

    private static Phrase Record(Findings findings, DurabilityReport held, BaseRate record)
    {
        var usual = held.Classes.Single(curve => curve.Class.Id == findings.Situation.Hazard!.BaseClass).Class;
        var chosen = usual.Id == record.Id ? Phrase.Empty : Phrase.Of($", chosen by the scenario in place of {Name(usual)}");
        return Phrase
            .Of($"The record is that of {Name(record)}{chosen}, one class among several; it says how often such cases broke, not what broke them.")
            .From(record.Source);

        static Phrase Name(BaseRate rate) => Phrase.Quoted(rate.Name, Pointers.Name($"{Durability}/classes/{rate.Id}"));
    }

    /// <summary>
    /// Better or worse only where the printed numbers show it, sampling error does not explain it, and four draws in five agree on it: a
    /// record within the 80 % interval is one from which the judgements, among them odds ratios that may lie on either side of 1, do not
    /// tell the deal apart.
    /// </summary>
    public static string Beside(SurvivalYear year)
    {
        var direction = year.Mean.Value > year.BaseRate ? "better than" : "worse than";
        var isClear = Distinguishing.Of(Beyond(year.Mean, year), Beyond(year.Low80, year), Beyond(year.High80, year)) != Course.Open;
        return Printed(year) == 0 || (!isClear && Printed(year) <= OneStep) ? "about like"
            : isClear ? direction
            : Distinguishing.Apart(year.Mean, year.BaseRate) ? $"not clearly {direction}"
            : "about like";
    }

    /// <summary>How far apart the two are as printed, in percent; words that differ, such as "over 95 %" and "about 95 %", are a step apart.</summary>
    private static double Printed(SurvivalYear year) => Rounded.Share(year.Mean, "").Words == Rounded.Share(year.BaseRate, "").Words
        ? 0
        : Math.Max(OneStep, Math.Abs(Rounded.Percent(year.Mean.Value) - Rounded.Percent(year.BaseRate)));

    private static bool IsWithin(SurvivalYear year) =>
        Settled.Of(Beyond(year.Low80, year)) < 0 && Settled.Of(Beyond(year.High80, year)) > 0;

    private static Estimate Beyond(Estimate share, SurvivalYear year) => share with { Value = share.Value - year.BaseRate };

    private static Phrase? Factors(Findings findings, IReadOnlyList<FactorPart> factors)
    {
        var counting = factors.Index().Where(f => Settled.Size(f.Item.Part) >= Slight && Distinguishing.FromZero(f.Item.Part)).ToArray();
        Phrase[] helping = [.. counting.Where(f => f.Item.Part.Value < 0).Take(FactorsShown).Select(Name)];
        Phrase[] hurting = [.. counting.Where(f => f.Item.Part.Value > 0).Take(FactorsShown).Select(Name)];
        return (helping.Length, hurting.Length) switch
        {
            (0, 0) => null,
            (_, 0) => Phrase.Of($"What helps it hold most, once signed: {Phrase.List(helping)}."),
            (0, _) => Phrase.Of($"What strains it most, once signed: {Phrase.List(hurting)}."),
            _ => Phrase.Of($"What helps it hold most, once signed: {Phrase.List(helping)}; what strains it most: {Phrase.List(hurting)}."),
        };

        // A factor can be the largest and yet hardly there.
        Phrase Name((int Index, FactorPart Item) factor)
        {
            var pointer = $"{Durability}/factors/{factor.Index}";
            return Phrase.Of($"{Phrase.Quoted(factor.Item.Name, Pointers.Name(pointer))} (present to {Rounded.Share(factor.Item.Level, $"{pointer}/level")})")
                .From(findings.Grounds.Factor(factor.Item.Factor));
        }
    }
}
