using System.Text.Json;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Writing;

internal static class CounterOfferWriting
{
    public static void RequestMembers(this Utf8JsonWriter writer, CounterOfferRequest request)
    {
        writer.WriteNumber("confidence", request.Confidence);
        writer.WriteString("constraint", Vocabulary.OfferConstraints[request.Constraint]);
        writer.WriteNumber("offers", request.Offers);
        if (request.Limits.Count > 0)
            writer.Object("limits", () =>
            {
                foreach (var limit in request.Limits)
                    Limit(writer, limit);
            });
    }

    public static void CounterOffers(this Utf8JsonWriter writer, CounterOfferReport report)
    {
        if (report.Search is not { } search)
        {
            writer.Text("reason", report.Reason);
            return;
        }

        writer.WriteString("text", report.Text);
        writer.WriteNumber("confidence", report.Confidence);
        writer.WriteString("constraint", Vocabulary.OfferConstraints[report.Constraint]);
        writer.Keyed("terms", report.Terms, t => t.Issue, term => Term(writer, term));
        writer.Object("original", () => Acceptance(writer, report.Original!));
        writer.List("offers", report.Offers, offer => writer.Object(() => Offer(writer, offer)));
        if (report.Clash is { } clash)
            writer.Object("clash", () => Clash(writer, clash));
        writer.Object("search", () => Search(writer, search));
        writer.Texts("notes", report.Notes);
    }

    private static void Limit(Utf8JsonWriter writer, TermLimit limit)
    {
        if (limit.IsFixed)
        {
            writer.WriteString(limit.Issue, "fixed");
            return;
        }

        writer.Object(limit.Issue, () =>
        {
            writer.WriteNumber("atLeast", limit.AtLeast);
            writer.WriteNumber("atMost", limit.AtMost);
        });
    }

    private static void Term(Utf8JsonWriter writer, StartingTerm term)
    {
        writer.WriteString("name", term.Name);
        writer.WriteString("term", Vocabulary.Origins[term.Origin]);
        writer.WriteNumber("start", term.Start);
        writer.WriteNumber("atLeast", term.AtLeast);
        writer.WriteNumber("atMost", term.AtMost);
        writer.WriteNumber("costOfMoving", term.CostOfMoving);
    }

    private static void Acceptance(Utf8JsonWriter writer, OfferAcceptance acceptance)
    {
        Twice(writer, "joint", acceptance.Joint);
        writer.Keyed("stakeholders", acceptance.Stakeholders, s => s.Stakeholder, stakeholder =>
        {
            writer.WriteString("name", stakeholder.Name);
            writer.WriteString("role", Vocabulary.Roles[stakeholder.Role]);
            Twice(writer, "probability", stakeholder.Probability);
        });
    }

    private static void Twice(Utf8JsonWriter writer, string name, TwiceEstimated probability) => writer.Object(name, () =>
    {
        writer.Estimate("fixedDraws", probability.Fixed);
        writer.Estimate("freshDraws", probability.Fresh);
    });

    private static void Offer(Utf8JsonWriter writer, Offer offer)
    {
        writer.WriteString("kind", Vocabulary.OfferKinds[offer.Kind]);
        writer.WriteString("text", offer.Text);
        writer.Text("giver", offer.Giver);
        writer.WriteNumber("cost", offer.Cost);
        if (offer.Kind == OfferKind.Consent)
        {
            writer.WriteNumber("leastCost", offer.LeastCost);
            writer.WriteBoolean("certified", offer.Certified);
        }

        writer.WriteBoolean("fragile", offer.Fragile);
        writer.Keyed("moves", offer.Moves, m => m.Issue, move => Move(writer, move));
        writer.Object("acceptance", () => Acceptance(writer, offer.Acceptance));
        writer.Estimate("smallestMedianGain", offer.SmallestMedianGain);
        writer.List("crossed", offer.Crossed, shortfall => writer.Object(() =>
        {
            Member(writer, shortfall.Condition);
            writer.WriteNumber("points", shortfall.Points);
        }));
        if (offer.SetAside is { } aside)
            writer.List("setAside", aside, member => writer.Object(() => Member(writer, member)));
        writer.Keyed("changes", offer.Changes, c => c.Stakeholder, change =>
        {
            writer.WriteString("name", change.Name);
            writer.Estimate("points", change.Points);
        });
        if (offer.Sturdier is { } sturdier)
            writer.Object("sturdier", () => Offer(writer, sturdier));
    }

    private static void Move(Utf8JsonWriter writer, OfferMove move)
    {
        writer.WriteString("name", move.Name);
        writer.WriteNumber("from", move.From);
        writer.WriteNumber("to", move.To);
        writer.WriteString("fromText", move.FromText);
        writer.WriteString("toText", move.ToText);
        writer.WriteNumber("cost", move.Cost);
        Change(writer, "pleases", move.Pleases);
        Change(writer, "costs", move.Costs);
        writer.WriteString("text", move.Text);
    }

    private static void Change(Utf8JsonWriter writer, string name, ImpactChange? change)
    {
        if (change is null)
            return;

        writer.Object(name, () =>
        {
            writer.WriteString("stakeholder", change.Stakeholder);
            writer.WriteString("name", change.Name);
            writer.Estimate("points", change.Points);
        });
    }

    private static void Clash(Utf8JsonWriter writer, ClashReport clash)
    {
        writer.WriteString("text", clash.Text);
        writer.List("smallest", clash.Smallest, member => writer.Object(() => Member(writer, member)));
        writer.WriteBoolean("isProven", clash.IsProven);
        writer.WriteBoolean("isMinimal", clash.IsMinimal);
        writer.WriteBoolean("isSmallest", clash.IsSmallest);
        writer.Keyed("gaps", clash.Gaps, g => g.Issue, gap =>
        {
            writer.WriteString("name", gap.Name);
            writer.WriteNumber("from", gap.From);
            writer.WriteNumber("to", gap.To);
            writer.WriteNumber("points", gap.Points);
            writer.List("redLines", gap.Members, member => writer.Object(() => Member(writer, member)));
            writer.WriteString("text", gap.Text);
        });
        if (clash.OtherwisePossible is { } possible)
            writer.WriteBoolean("otherwisePossible", possible);
        writer.WriteNumber("bestReachable", clash.BestReachable);
        writer.WriteNumber("reachableAtMost", clash.ReachableAtMost);
        writer.List("nearest", clash.Nearest, offer => writer.Object(() => Offer(writer, offer)));
    }

    private static void Member(Utf8JsonWriter writer, ClashMember member)
    {
        writer.WriteString("stakeholder", member.Stakeholder);
        writer.WriteString("name", member.Name);
        writer.WriteString("kind", Vocabulary.Blocking[member.Issue is null ? Engine.Evaluating.BlockingKind.Value : Engine.Evaluating.BlockingKind.RedLine]);
        writer.Text("issue", member.Issue);
        writer.Text("issueName", member.IssueName);
        if (member is { Side: { } side, Bound: { } bound })
            writer.WriteNumber(Vocabulary.Sides[side], bound);
    }

    private static void Search(Utf8JsonWriter writer, SearchReport search)
    {
        writer.WriteNumber("fixedDraws", search.FixedDraws);
        writer.WriteNumber("freshDraws", search.FreshDraws);
        writer.WriteNumber("evaluations", search.Evaluations);
        writer.WriteNumber("budget", search.Budget);
        writer.WriteNumber("starts", search.Starts);
        writer.WriteBoolean("converged", search.Converged);
    }
}
