using Azure.Data.Tables;
using Parley.Engine.Evaluating;

namespace Parley.Functions.Storage;

/// <summary>One plain row per effect and horizon; levels are changes since the status quo, from −1 to 1.</summary>
public static class EffectRows
{
    public static IEnumerable<TableEntity> Of(AttemptId attempt, Evaluation evaluation) =>
        from effect in evaluation.Effects ?? []
        from level in new[] { ("short", effect.Short), ("long", effect.Long) }
        select Row(attempt, effect, level.Item1, level.Item2);

    private static TableEntity Row(AttemptId attempt, EffectReport effect, string horizon, EffectLevel level)
    {
        var row = new TableEntity(
            Keys.Evaluations(attempt.Scenario),
            Keys.Effect(attempt.Generation, attempt.Attempt, effect.Effect, horizon))
        {
            ["Effect"] = effect.Effect,
            ["Name"] = effect.Name,
            ["Horizon"] = horizon,
            ["Year"] = level.Year,
        };
        row.Write("Mean", level.Mean);
        row.Write("Median", level.Median);
        row.Write("Low80", level.Low80);
        row.Write("High80", level.High80);
        return row;
    }
}
