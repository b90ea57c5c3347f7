using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;

namespace Parley.Engine.Offering;

/// <summary>Puts what was found into the report.</summary>
internal sealed class OfferWriter(
    OfferProblem problem, FixedDraws draws, RedLineBounds lines, Consent whole, FreshDraws fresh, CancellationToken cancellation)
{
    public static CounterOfferReport Nothing(CounterOfferRequest request, string reason) =>
        new(reason, request.Confidence, request.Constraint, reason, [], null, [], null, null, []);

    public CounterOfferReport Write(IReadOnlyList<FoundOffer> found, double leastCost, FoundClash? clash, SearchReport search)
    {
        FoundOffer[] all = [.. found.Concat(clash?.Nearest ?? []).SelectMany(offer => (FoundOffer?[])[offer, offer.Sturdier]).OfType<FoundOffer>()];
        var tested = fresh.Test([.. all.Select(offer => offer.Candidate.Terms)], cancellation);
        Offer Written(FoundOffer offer, double least) =>
            Offer(offer, tested[1 + Array.IndexOf(all, offer)], least) with { Sturdier = offer.Sturdier is { } sturdier ? Written(sturdier, 0) : null };
        Offer[] offers = [.. found.Select(offer => Written(offer, leastCost))];
        var report = clash is null ? null : Clash(clash, [.. clash.Nearest.Select(offer => Written(offer, 0))]);
        return new CounterOfferReport(
            null,
            problem.Request.Confidence,
            problem.Request.Constraint,
            report is null ? OfferWording.Found(offers, problem.Request.Offers, search.Converged, OfferWording.IsEach(problem.Request.Constraint, offers[0].Acceptance)) : OfferWording.NoneFound,
            [.. problem.Terms.Select(Start)],
            Acceptance(tested[0]),
            offers,
            report,
            search,
            OfferWording.Notes());
    }

    private StartingTerm Start(MovableTerm term)
    {
        var issue = problem.Model.Issues[term.Issue];
        var origin = problem.Said(issue.Id) switch
        {
            null => TermOrigin.StatusQuo,
            { Specified: false } => TermOrigin.Open,
            _ => TermOrigin.Agreed,
        };
        return new StartingTerm(issue.Id, issue.Name, origin, term.Start, term.Low, term.High, term.Cost);
    }

    private Offer Offer(FoundOffer offer, TestedOffer test, double leastCost)
    {
        var moves = OfferVerdicts.InOrder(test.Moved.Select((k, place) => Move(test, k, place)));
        var acceptance = Acceptance(test);
        var fragile = OfferVerdicts.IsFragile(problem.Request.Constraint, problem.Request.Confidence, acceptance);
        var written = new Offer(
            offer.Kind,
            offer.Candidate.Cost,
            leastCost,
            offer.IsCertified,
            fragile,
            moves,
            acceptance,
            test.Gains.MinBy(gain => gain.Value),
            Crossed(test),
            [.. problem.Model.Stakeholders.Select((_, s) => Change(s, test.Change(s)))],
            offer.Giver < 0 ? null : problem.Model.Stakeholders[offer.Giver].Id,
            null,
            "")
        {
            SetAside = offer.SetAside is { } aside ? [.. aside.Select(Member)] : null,
        };
        return written with { Text = OfferWording.Offer(written, problem.Request.Constraint, problem.Request.Confidence, "").Text };
    }

    private OfferMove Move(TestedOffer test, int k, int place)
    {
        var term = problem.Terms[k];
        var issue = problem.Model.Issues[term.Issue];
        var changes = problem.Model.Stakeholders.Select((_, s) => Change(s, test.ByMove(place, s))).ToArray();
        var move = new OfferMove(
            issue.Id,
            issue.Name,
            term.Start,
            test.Terms[k],
            OfferWording.Value(issue, term.Start),
            OfferWording.Value(issue, test.Terms[k]),
            term.Cost * Math.Abs(test.Terms[k] - term.Start),
            OfferVerdicts.Pleased(changes),
            OfferVerdicts.Hurt(changes),
            "");
        return move with { Text = OfferWording.Move(issue, move) };
    }

    private ImpactChange Change(int stakeholder, Estimate points) =>
        new(problem.Model.Stakeholders[stakeholder].Id, problem.Model.Stakeholders[stakeholder].Name, points);

    private OfferAcceptance Acceptance(TestedOffer test)
    {
        draws.Set(test.Terms);
        return new OfferAcceptance(
            new TwiceEstimated(OnFixedDraws(Enumerable.Range(0, problem.Conditions.Count)), test.Joint),
            [
                .. problem.Needed.Select((s, place) =>
                {
                    var of = problem.Model.Stakeholders[s];
                    return new ConsentProbability(of.Id, of.Name, of.Role, new TwiceEstimated(OnFixedDraws(problem.ConditionsOf(s)), test.Accepts(place)));
                }),
            ]);
    }

    private Estimate OnFixedDraws(IEnumerable<int> conditions)
    {
        var holds = Enumerable.Repeat(true, FixedDraws.Count).ToArray();
        foreach (var condition in conditions)
        {
            var slack = draws.Slack(condition);
            for (var d = 0; d < holds.Length; d++)
            {
                holds[d] &= slack[d] >= 0;
            }
        }

        // Draws are counted, and divided once: fiftieths added up fifty times are more than 1.
        double[] shares = [.. holds.Chunk(FixedDraws.PerBlock).Select(block => block.Count(each => each) / (double)FixedDraws.PerBlock)];
        return Tally.OverBlocks(shares);
    }

    /// <summary>Conditions that alone hold too seldom, and what they lack.</summary>
    private Shortfall[] Crossed(TestedOffer test)
    {
        draws.Set(test.Terms);
        return OfferVerdicts.InOrder(Enumerable.Range(0, problem.Conditions.Count)
            .Select(c => new Shortfall(Member(c), -Ranking.Largest(draws.Slack(c).ToArray(), whole.Draws))));
    }

    private ClashReport Clash(FoundClash clash, IReadOnlyList<Offer> nearest)
    {
        ClashMember[] smallest = [.. clash.Smallest.Conditions.Select(Member)];
        return new ClashReport(
            smallest,
            clash.IsProven,
            clash.Smallest.IsMinimal,
            clash.Smallest.IsSmallest,
            [.. clash.Gaps.Select(Gap)],
            clash.OtherwisePossible,
            clash.BestReachable,
            clash.ReachableAtMost,
            nearest,
            OfferWording.Clash(smallest, clash.IsProven, clash.Smallest.IsMinimal, clash.Smallest.IsSmallest, clash.OtherwisePossible));
    }

    private RedLineGap Gap(LineClash clash)
    {
        ClashMember[] members = [.. clash.Conditions.Select(Member)];
        var issue = problem.Model.Issues[problem.Conditions[clash.Conditions[0]].Line!.Issue];
        return new RedLineGap(issue.Id, issue.Name, clash.From, clash.To, clash.Gap, members, OfferWording.Gap(issue.Name, members));
    }

    private ClashMember Member(int condition)
    {
        var of = problem.Conditions[condition];
        var stakeholder = problem.Model.Stakeholders[of.Stakeholder];
        var issue = of.Line is { } line ? problem.Model.Issues[line.Issue] : null;
        return new ClashMember(
            stakeholder.Id, stakeholder.Name, issue?.Id, issue?.Name, of.Line?.Side, of.Term < 0 ? null : lines.At(condition, whole.Draws));
    }
}
