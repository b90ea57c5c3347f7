using Parley.Engine.Binding;
using Parley.Engine.Situations;

namespace Parley.Engine.Driving;

/// <summary>What the range at a JSON Pointer is, in the situation's own names.</summary>
/// <param name="judgements">All judgements of a model of this situation; a shared factor is named by those that follow it.</param>
internal sealed class InputWording(Situation situation, IReadOnlyList<Judgement> judgements)
{
    /// <summary>Judgements, stakeholders or issues that the name of a shared factor lists one by one.</summary>
    private const int MostNamed = 3;

    /// <summary>An input in words.</summary>
    /// <param name="input">Of that model.</param>
    public InputDescription Describe(Judgement input) => new(
        input.Pointer,
        Followers(input) is { Length: > 0 } followers ? Together(followers) : Name(input.Pointer),
        input.Range,
        input.FactorRow < 0 ? null : input.Range!.Factor!.Factor);

    private string[] Followers(Judgement input) => input.Kind != JudgementKind.Factor ? [] : [.. judgements.Where(j => j.FactorRow == input.Row).Select(j => j.Pointer)];

    /// <summary>A shared factor is nothing but what judgements have in common.</summary>
    private string Together(string[] followers)
    {
        if (followers is [var only])
        {
            return $"{Name(only)}, as far as it follows a shared factor";
        }

        var places = followers.Select(Place).ToArray();
        if (places.All(place => place is not null))
        {
            var pairs = places.Select(place => place!.Value).Distinct().ToArray();
            var (who, issues) = (pairs.Select(pair => pair.Who).Distinct().ToArray(), pairs.Select(pair => pair.Issue).Distinct().ToArray());

            // Everyone on every issue, or the sentence would say of some what holds of others.
            if (pairs.Length == who.Length * issues.Length && Math.Max(who.Length, issues.Length) <= MostNamed)
            {
                return $"Where {Listed(who)} {(who.Length == 1 ? "stands" : "stand")} on {Listed([.. issues.Select(Bounded)])}, as far as that moves together";
            }
        }

        var names = followers.Select(Name).ToArray();
        return $"{Listed(names.Length <= MostNamed ? names : [.. names.Take(MostNamed), "others"], names.Any(HasComma) ? ";" : ",")}, as far as they move together";
    }

    /// <summary>Whose ideal point or red line a judgement is, and on which issue; null for any other.</summary>
    private (string Who, string Issue)? Place(string pointer) => pointer.Split('/')[1..] switch
    {
        ["stakeholders", var id, "preferences", var issue, "ideal" or "redLine", ..] => (Stakeholder(id), Issue(issue)),
        ["stakeholders", var id, "profiles", var profile, "preferences", var issue, "ideal" or "redLine", ..] => ($"{Stakeholder(id)} (profile {Profile(id, profile)})", Issue(issue)),
        _ => null,
    };

    private static string Listed(string[] names, string separator = ",") => names.Length < 2
        ? names[0]
        : $"{string.Join($"{separator} ", names.SkipLast(1))}{(separator == "," ? "" : separator)} and {names[^1]}";

    /// <summary>A name with commas of its own, in quotation marks of the inner kind: the whole name stands in the others.</summary>
    private static string Bounded(string name) => HasComma(name) ? $"‘{name}’" : name;

    private static bool HasComma(string name) => name.Contains(',', StringComparison.Ordinal);

    private string Name(string pointer) => pointer.Split('/')[1..] switch
    {
        ["factors", _] => "A shared factor that no judgement follows",
        ["terms", var issue] => $"Term: {Issue(issue)}",
        ["assumptions", var id, _] => $"Assumption: {Named(situation.Assumptions, id, a => a.Id, a => a.Name)}",
        ["links", var id, ..] path => $"{(path[2] == "weight" ? "Weight" : "Threshold")} of the link {Link(id)}",
        ["hazard", "factors", var id, _] => $"Odds ratio of {Named(situation.Hazard?.Factors ?? [], id, f => f.Id, f => f.Name)}",
        ["baselines", var baseline, .. var rest] => $"{(baseline == "noDeal" ? "No deal" : "Status quo")}: {Baseline(baseline, rest)}",
        ["stakeholders", var id, "profiles"] => $"Which preferences of {Stakeholder(id)} hold",
        ["stakeholders", var id, "profiles", var profile, .. var rest] => $"{Stakeholder(id)}, profile {Profile(id, profile)}: {Own(id, rest)}",
        ["stakeholders", var id, .. var rest] => $"{Stakeholder(id)}: {Own(id, rest)}",
        _ => pointer,
    };

    private string Own(string stakeholder, string[] path) => path switch
    {
        ["preferences", var issue, "ideal"] => $"ideal point on {Issue(issue)}",
        ["preferences", var issue, "redLine", _] => $"red line on {Issue(issue)}",
        ["preferences", var issue, "shape"] => $"shape of the value of {Issue(issue)}",
        ["preferences", var issue, _] => $"salience of {Issue(issue)}",
        ["interactions", var id, _] => $"weight of the interaction {Interaction(stakeholder, id)}",
        ["exposures", "effects", var effect, _] => $"weight of {Effect(effect)}",
        ["exposures", _, var other, _] => $"weight of the outcome of {Stakeholder(other)}",
        ["lossAversion"] => "loss aversion",
        [var member] => member,
        _ => string.Join('/', path),
    };

    private string Baseline(string baseline, string[] path) => path switch
    {
        ["costs", var stakeholder] => $"cost to {Stakeholder(stakeholder)}",
        ["outcomes", var id, "odds"] => $"odds of {Outcome(baseline, id)}",
        ["outcomes", _, "values", var issue] when baseline == "statusQuo" => Issue(issue),
        ["outcomes", var id, "values", var issue] => $"{Issue(issue)} in {Outcome(baseline, id)}",
        _ => string.Join('/', path),
    };

    private string Link(string id)
    {
        if (situation.Links.FirstOrDefault(link => link.Id == id) is not { } link)
        {
            return id;
        }

        var from = link.From switch
        {
            LinkSource.OfIssue of => Issue(of.Issue),
            LinkSource.OfEffect of => Effect(of.Effect),
            LinkSource.OfAssumption of => Named(situation.Assumptions, of.Assumption, a => a.Id, a => a.Name),
            LinkSource.OfDistance of => $"Distance from {Stakeholder(of.Stakeholder)}",
            LinkSource.OfBreach of => $"Beyond the red line of {Stakeholder(of.Stakeholder)} on {Issue(of.Issue)}",
            LinkSource.OfOutcome of => $"Outcome of {Stakeholder(of.Stakeholder)}",
            _ => id,
        };
        return $"{from} → {Effect(link.To)}";
    }

    private string Interaction(string stakeholder, string id) =>
        situation.Stakeholders.FirstOrDefault(s => s.Id == stakeholder)?.Interactions.FirstOrDefault(i => i.Id == id) is { } both
            ? $"{Issue(both.First)} with {Issue(both.Second)}"
            : id;

    private string Profile(string stakeholder, string id) =>
        Named(situation.Stakeholders.FirstOrDefault(s => s.Id == stakeholder)?.Profiles ?? [], id, p => p.Id, p => p.Name);

    private string Outcome(string baseline, string id) =>
        Named((baseline == "noDeal" ? situation.Baselines.NoDeal : situation.Baselines.StatusQuo).Outcomes, id, o => o.Id, o => o.Name);

    private string Issue(string id) => Named(situation.Issues, id, i => i.Id, i => i.Name);

    private string Effect(string id) => Named(situation.Effects, id, e => e.Id, e => e.Name);

    private string Stakeholder(string id) => Named(situation.Stakeholders, id, s => s.Id, s => s.Name);

    private static string Named<T>(IReadOnlyList<T> items, string id, Func<T, string> key, Func<T, string> name)
        where T : class => items.FirstOrDefault(item => key(item) == id) is { } found ? name(found) : id;
}
