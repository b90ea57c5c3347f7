using System.Text.Json;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;

namespace Parley.Contracts.Writing;

internal static class EvaluationWriting
{
    public static void Write(this Utf8JsonWriter writer, Evaluation evaluation, Provenance? from) => writer.Object(() =>
    {
        writer.WriteString("engineVersion", evaluation.EngineVersion);
        writer.WriteString("situation", evaluation.Situation);
        if (from is not null)
        {
            writer.WriteNumber("situationVersion", from.SituationVersion);
            writer.WriteString("situationHash", from.SituationHash);
            writer.WriteString("inputHash", from.InputHash);
        }

        writer.WriteNumber("seed", evaluation.Seed);
        writer.WriteNumber("draws", evaluation.Draws);
        writer.WriteNumber("horizon", evaluation.Horizon);
        writer.WriteNumber("shortHorizon", evaluation.ShortHorizon);
        writer.Texts("analyses", [.. evaluation.Analyses.Select(a => Vocabulary.Analyses[a])]);
        if (evaluation.Impacts is { } impacts)
            writer.Keyed("impacts", impacts, i => i.Stakeholder, impact => Impact(writer, impact));
        if (evaluation.Acceptance is { } acceptance)
            writer.Object("acceptance", () => Acceptance(writer, acceptance));
        if (evaluation.Effects is { } effects)
            writer.Keyed("effects", effects, e => e.Effect, effect => Effect(writer, effect));
        if (evaluation.Durability is { } durability)
            writer.Answer("durability", durability, answer => DurabilityWriting.Write(writer, answer));
        if (evaluation.Measures is { } measures)
            writer.Object("measures", () => MeasuresReportWriting.Write(writer, measures));
        if (evaluation.Stability is { } stability)
            writer.Object("stability", () => StabilityWriting.Write(writer, stability));
        if (evaluation.Bargaining is { } bargaining)
            writer.Object("bargaining", () => writer.Bargaining(bargaining));
        if (evaluation.Drivers is { } drivers)
            writer.Answer("drivers", drivers, report => DriversWriting.Report(writer, report));
        if (evaluation.CounterOffers is { } offers)
            writer.Object("counterOffers", () => writer.CounterOffers(offers));
        if (evaluation.Narration is { } narration)
            writer.Object("narration", () => NarrationWriting.Write(writer, narration));
    });

    private static void Impact(Utf8JsonWriter writer, StakeholderImpact impact)
    {
        writer.WriteString("name", impact.Name);
        writer.WriteString("role", Vocabulary.Roles[impact.Role]);
        writer.Object("noDeal", () => Against(writer, impact.NoDeal));
        writer.Object("statusQuo", () => Against(writer, impact.StatusQuo));
        writer.Texts("reasons", impact.Reasons);
    }

    private static void Against(Utf8JsonWriter writer, ImpactAgainst impact)
    {
        writer.Estimate("mean", impact.Mean);
        writer.Estimate("median", impact.Median);
        writer.Estimate("low80", impact.Low80);
        writer.Estimate("high80", impact.High80);
        writer.Estimate("probabilityOfGain", impact.ProbabilityOfGain);
        writer.Estimate("shortHorizonMean", impact.ShortHorizonMean);
        writer.List("contributions", impact.Contributions, contribution => writer.Object(() =>
        {
            writer.WriteString("kind", Vocabulary.Contributions[contribution.Kind]);
            writer.WriteString("id", contribution.Id);
            writer.WriteString("name", contribution.Name);
            writer.Estimate("mean", contribution.Mean);
        }));
    }

    private static void Acceptance(Utf8JsonWriter writer, AcceptanceReport acceptance)
    {
        writer.Texts("vetoPlayers", acceptance.VetoPlayers);
        writer.Estimate("joint", acceptance.Joint);
        writer.Keyed("stakeholders", acceptance.Stakeholders, s => s.Stakeholder, stakeholder =>
        {
            writer.WriteString("name", stakeholder.Name);
            writer.WriteString("role", Vocabulary.Roles[stakeholder.Role]);
            writer.Estimate("probability", stakeholder.Probability);
            writer.List("blocking", stakeholder.Blocking, reason => writer.Object(() => Blocking(writer, reason)));
            writer.Keyed("redLines", stakeholder.RedLines, r => r.Issue, crossing =>
            {
                writer.WriteString("name", crossing.Name);
                writer.WriteString("term", Vocabulary.Origins[crossing.Term]);
                writer.Estimate("share", crossing.Share);
            });
        });
    }

    private static void Blocking(Utf8JsonWriter writer, BlockingReason reason)
    {
        writer.WriteString("kind", Vocabulary.Blocking[reason.Kind]);
        writer.WriteString("id", reason.Id);
        writer.WriteString("name", reason.Name);
        writer.Estimate("share", reason.Share);
    }

    private static void Effect(Utf8JsonWriter writer, EffectReport effect)
    {
        writer.WriteString("name", effect.Name);
        writer.List("trajectory", effect.Trajectory, level => writer.Object(() => Level(writer, level)));
        writer.Object("short", () => Level(writer, effect.Short));
        writer.Object("long", () => Level(writer, effect.Long));
        writer.Estimate("againstNoDeal", effect.AgainstNoDeal);
        writer.List("paths", effect.Paths, path => writer.Object(() =>
        {
            writer.Texts("links", path.Links);
            writer.WriteString("text", path.Text);
            writer.Estimate("contribution", path.Contribution);
        }));
        writer.WriteNumber("unexplained", effect.Unexplained);
        writer.WriteBoolean("conflictOfSigns", effect.ConflictOfSigns);
    }

    private static void Level(Utf8JsonWriter writer, EffectLevel level)
    {
        writer.WriteNumber("year", level.Year);
        writer.Estimate("mean", level.Mean);
        writer.Estimate("median", level.Median);
        writer.Estimate("low80", level.Low80);
        writer.Estimate("high80", level.High80);
    }

    /// <summary>An answer's members, or its reason alone.</summary>
    public static void Answer<T>(this Utf8JsonWriter writer, string name, Answer<T> answer, Action<T> members)
        where T : class => writer.Object(name, () =>
    {
        if (answer.Value is { } value)
            members(value);
        else
            writer.Text("reason", answer.Reason);
    });

    internal static void Estimate(this Utf8JsonWriter writer, string name, Estimate estimate) => writer.Object(name, () =>
    {
        writer.WriteNumber("value", estimate.Value);
        writer.WriteNumber("standardError", estimate.StandardError);
    });
}
