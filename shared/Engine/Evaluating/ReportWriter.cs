using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Holding;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Evaluating;

/// <summary>Turns a sample's statistics into the evaluation that is stored and read.</summary>
internal sealed class ReportWriter(Model model, Tally tally, BlockWorker worker)
{
    /// <summary>Causes in both directions count as a conflict when the weaker side has this share of the stronger.</summary>
    private const double ConflictShare = 1.0 / 3;

    /// <summary>Paths reported for an effect.</summary>
    private const int PathsShown = 5;

    public Evaluation Write(Situation situation, Scenario scenario) => new(
        EngineVersion.Current,
        situation.Id,
        scenario.Seed,
        scenario.Draws,
        scenario.Horizon,
        scenario.ShortHorizon,
        scenario.Analyses,
        worker.AgainstNoDeal is null ? null : [.. Enumerable.Range(0, model.Stakeholders.Count).Select(Impact)],
        worker.Acceptance is null ? null : Acceptance(scenario),
        worker.Effects is null ? null : [.. Enumerable.Range(0, model.Effects.Count).Select(Effect)],
        scenario.Analyses.Contains(Analysis.Durability) ? Durability() : null,
        worker.Measures?.Report(tally));

    private Answer<DurabilityReport> Durability() => worker.Survival is { } survival
        ? new Answer<DurabilityReport>(survival.Report(tally), null)
        : new Answer<DurabilityReport>(null, DurabilityWording.NoHazard);

    private StakeholderImpact Impact(int s)
    {
        var stakeholder = model.Stakeholders[s];
        var noDeal = worker.AgainstNoDeal!.Report(tally, s);
        return new StakeholderImpact(
            stakeholder.Id, stakeholder.Name, stakeholder.Role, noDeal, worker.AgainstStatusQuo!.Report(tally, s), Wording.Reasons(noDeal));
    }

    private AcceptanceReport Acceptance(Scenario scenario) => new(
        [.. model.Stakeholders.Where(s => s.Role == StakeholderRole.Veto).Select(s => s.Id)],
        tally[worker.Acceptance!.Places.Joint],
        [.. Enumerable.Range(0, model.Stakeholders.Count).Select(s => Acceptance(scenario, s))]);

    private StakeholderAcceptance Acceptance(Scenario scenario, int s)
    {
        var stakeholder = model.Stakeholders[s];
        var places = worker.Acceptance!.Places;
        return new StakeholderAcceptance(
            stakeholder.Id,
            stakeholder.Name,
            stakeholder.Role,
            tally[places.Accepts(s)],
            [.. Blocking(s).Where(reason => reason.Share.Value > 0).OrderByDescending(reason => Settled.Of(reason.Share))],
            [
                .. Enumerable.Range(0, stakeholder.Preferences.Count).Where(k => stakeholder.Preferences[k].HasRedLine).Select(k =>
                {
                    var issue = model.Issues[stakeholder.Preferences[k].Issue];
                    return new RedLineCrossing(issue.Id, issue.Name, Origin(scenario, issue), tally[places.Crossing(s, k)]);
                }),
            ]);
    }

    private static TermOrigin Origin(Scenario scenario, Issue issue) => scenario.Terms.FirstOrDefault(term => term.Issue == issue.Id) switch
    {
        null => TermOrigin.StatusQuo,
        { Specified: false } => TermOrigin.Open,
        _ => TermOrigin.Agreed,
    };

    private IEnumerable<BlockingReason> Blocking(int s)
    {
        var stakeholder = model.Stakeholders[s];
        var places = worker.Acceptance!.Places;
        for (var k = 0; k < stakeholder.Preferences.Count; k++)
        {
            var issue = model.Issues[stakeholder.Preferences[k].Issue];
            yield return new BlockingReason(BlockingKind.RedLine, issue.Id, issue.Name, tally[places.RedLine(s, k)]);
        }

        for (var r = 0; r < stakeholder.RatifiedBy.Count; r++)
        {
            var ratifier = model.Stakeholders[stakeholder.RatifiedBy[r]];
            yield return new BlockingReason(BlockingKind.Ratifier, ratifier.Id, ratifier.Name, tally[places.Ratifier(s, r)]);
        }

        var parts = stakeholder.Preferences.Count + stakeholder.Interactions.Count + stakeholder.Effects.Count + stakeholder.Outcomes.Count;
        for (var c = 0; c < parts; c++)
        {
            var (_, id, name) = Valuing.Components.Describe(model, stakeholder, c);
            yield return new BlockingReason(BlockingKind.Value, id, name, tally[places.Value(s, c)]);
        }

        yield return new BlockingReason(BlockingKind.Margin, "margin", "Gains too little", tally[places.Value(s, -1)]);
    }

    private EffectReport Effect(int e)
    {
        var effects = worker.Effects!;
        var paths = Enumerable.Range(0, worker.Paths!.Paths.Count)
            .Where(p => worker.Paths.Paths[p].Effect == e)
            .Select(p => new CausalPath(
                [.. worker.Paths.Paths[p].Links.Select(l => model.Links[l].Link.Id)],
                Wording.Path(model, worker.Paths.Paths[p]),
                worker.Paths.Contribution(tally, p)))
            .ToArray();
        var rising = paths.Sum(path => Math.Max(0, path.Contribution.Value));
        var falling = -paths.Sum(path => Math.Min(0, path.Contribution.Value));
        return new EffectReport(
            model.Effects[e].Id,
            model.Effects[e].Name,
            [.. Enumerable.Range(1, model.Horizon).Select(year => effects.Level(tally, e, year))],
            effects.Level(tally, e, model.ShortHorizon),
            effects.Level(tally, e, model.Horizon),
            effects.AgainstNoDeal(tally, e),
            [.. paths.OrderByDescending(path => Settled.Size(path.Contribution)).Take(PathsShown)],
            Remainder(effects.Mean(tally, e).Value, rising - falling),
            Settled.Of(Math.Min(rising, falling) - (ConflictShare * Math.Max(rising, falling))) > 0);
    }

    /// <summary>What is left of a level, without the rounding of its sums.</summary>
    private static double Remainder(double level, double explained) =>
        Math.Abs(level - explained) < 1e-12 ? 0 : level - explained;
}
