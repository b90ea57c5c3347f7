using System.Collections;
using System.Reflection;
using CsCheck;
using Parley.Engine.Bargaining;
using Parley.Engine.Comparing;
using Parley.Engine.Driving;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Stability;
using Parley.Engine.Tests.Comparing;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests;

/// <summary>A probability or a share lies from 0 to 1, to the last digit, wherever it stands in a report.</summary>
public sealed class ProbabilityTests
{
    private static readonly HashSet<(Type, string)> Probabilities =
    [
        .. Of<ImpactAgainst>(nameof(ImpactAgainst.ProbabilityOfGain)),
        .. Of<AcceptanceReport>(nameof(AcceptanceReport.Joint)),
        .. Of<StakeholderAcceptance>(nameof(StakeholderAcceptance.Probability)),
        .. Of<BlockingReason>(nameof(BlockingReason.Share)),
        .. Of<RedLineCrossing>(nameof(RedLineCrossing.Share)),
        .. Of<OutcomePairReport>(nameof(OutcomePairReport.Both), nameof(OutcomePairReport.ShortOnly), nameof(OutcomePairReport.LongOnly), nameof(OutcomePairReport.Neither)),
        .. Of<EventShare>(nameof(EventShare.Probability)),
        .. Of<SubordinationReport>(nameof(SubordinationReport.ProbabilityCloserToPrincipals)),
        .. Of<LegalityShare>(nameof(LegalityShare.Lawful)),
        .. Of<SurvivalYear>(nameof(SurvivalYear.BaseRate), nameof(SurvivalYear.Mean), nameof(SurvivalYear.Median), nameof(SurvivalYear.Low80), nameof(SurvivalYear.High80)),
        .. Of<HazardPeriod>(nameof(HazardPeriod.BaseHazard), nameof(HazardPeriod.Hazard)),
        .. Of<FactorPart>(nameof(FactorPart.Level)),
        .. Of<BaseRateCurve>(nameof(BaseRateCurve.Survival)),
        .. Of<ConceptShares>(nameof(ConceptShares.Nash), nameof(ConceptShares.Gmr), nameof(ConceptShares.Smr), nameof(ConceptShares.Seq)),
        .. Of<RestraintShare>(nameof(RestraintShare.Share)),
        .. Of<Incentive>(nameof(Incentive.Share)),
        .. Of<MethodOutcome>(nameof(MethodOutcome.Found)),
        .. Of<OutcomeAcceptance>(nameof(OutcomeAcceptance.Joint)),
        .. Of<OutcomeSigner>(nameof(OutcomeSigner.Probability)),
        .. Of<ActorStanding>(nameof(ActorStanding.WinProbability)),
        .. Of<ChallengeReport>(nameof(ChallengeReport.WinProbability)),
        .. Of<MoveReport>(nameof(MoveReport.Probability)),
        .. Of<BoxesReport>(nameof(BoxesReport.Share)),
        .. Of<BoxQuality>(nameof(BoxQuality.Mass), nameof(BoxQuality.Coverage), nameof(BoxQuality.Density)),
        .. Of<BoxLimit>(nameof(BoxLimit.DensityWithout), nameof(BoxLimit.PValue)),
        .. Of<TrajectoryStep>(nameof(TrajectoryStep.Mass), nameof(TrajectoryStep.Coverage), nameof(TrajectoryStep.Density)),
        .. Of<CounterOfferReport>(nameof(CounterOfferReport.Confidence)),
        .. Of<TwiceEstimated>(nameof(TwiceEstimated.Fixed), nameof(TwiceEstimated.Fresh)),
        .. Of<SpreadDifference>(nameof(SpreadDifference.ProbabilityHigher), nameof(SpreadDifference.ProbabilityEqual), nameof(SpreadDifference.ProbabilityLower)),
        .. Of<ClashReport>(nameof(ClashReport.BestReachable), nameof(ClashReport.ReachableAtMost)),
    ];

    [Fact]
    public void Every_probability_of_every_answer_lies_from_0_to_1()
    {
        var seen = new HashSet<(Type, string)>();
        Gen.Int.Positive.Sample(
            seed =>
            {
                var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
                var everything = scenario with { Analyses = Enum.GetValues<Analysis>() };
                var compared = Compared.Compare(situation, everything, everything with { Terms = [.. everything.Terms.Skip(1)] });
                foreach (var (of, member, number, error) in Numbers(Build.Evaluate(situation, everything)).Concat(Numbers(compared)))
                {
                    if (Probabilities.Contains((of, member)))
                    {
                        Assert.True(number is >= 0 and <= 1, $"{of.Name}.{member} is {number:R}");
                        Assert.True(error >= 0, $"{of.Name}.{member} has the error {error:R}");
                        seen.Add((of, member));
                    }
                }
            },
            iter: 60, // As many as it takes to come by every probability that there is.
            threads: 1);
        Assert.Superset(Probabilities, seen);
    }

    /// <summary>A new one that bears the name must be in the list as well.</summary>
    [Fact]
    public void Whatever_is_called_a_probability_or_a_share_is_looked_at() => Assert.All(
        typeof(Evaluation).Assembly.GetTypes()
            .Where(type => type.IsPublic && IsRecord(type) && type != typeof(ProfileChoice)) // That is what a scenario says, not an answer.
            .SelectMany(type => type.GetProperties().Where(member => Holds(member.PropertyType)).Select(member => (Type: type, member.Name)))
            .Where(each => each.Name.Contains("Probability", StringComparison.Ordinal) || each.Name.EndsWith("Share", StringComparison.Ordinal)),
        each => Assert.Contains(each, Probabilities));

    private static IEnumerable<(Type, string)> Of<T>(params string[] members) => members.Select(member => (typeof(T), member));

    private static bool Holds(Type type) => type == typeof(Estimate) || type == typeof(double) || type == typeof(double?);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>Every number of a report that is a member of a record or in its list, with its error where it has one.</summary>
    private static IEnumerable<(Type Of, string Member, double Number, double Error)> Numbers(object of) => of.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(member => member.GetIndexParameters().Length == 0)
        .SelectMany(member => Numbers(of.GetType(), member.Name, member.GetValue(of)));

    private static IEnumerable<(Type Of, string Member, double Number, double Error)> Numbers(Type of, string member, object? value) => value switch
    {
        Estimate estimate => [(of, member, estimate.Value, estimate.StandardError)],
        double number => [(of, member, number, 0)],
        string or null => [],
        IEnumerable list => list.Cast<object?>().SelectMany(item => Numbers(of, member, item)),
        _ => IsRecord(value.GetType()) ? Numbers(value) : [],
    };
}
