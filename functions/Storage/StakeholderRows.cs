using Azure.Data.Tables;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;

namespace Parley.Functions.Storage;

/// <summary>One plain row per stakeholder, for whoever looks into the table with a tool of their own. Impacts are in points.</summary>
public static class StakeholderRows
{
    public static IEnumerable<TableEntity> Of(AttemptId attempt, Evaluation evaluation)
    {
        var rows = new Dictionary<string, TableEntity>();
        foreach (var impact in evaluation.Impacts ?? [])
        {
            var row = rows[impact.Stakeholder] = Row(attempt, impact.Stakeholder, impact.Name, $"{impact.Role}");
            Write(row, "NoDeal", impact.NoDeal);
            Write(row, "StatusQuo", impact.StatusQuo);
        }

        foreach (var acceptance in evaluation.Acceptance?.Stakeholders ?? [])
        {
            if (!rows.TryGetValue(acceptance.Stakeholder, out var row))
                row = rows[acceptance.Stakeholder] = Row(attempt, acceptance.Stakeholder, acceptance.Name, $"{acceptance.Role}");
            row.Write("AcceptanceProbability", acceptance.Probability);
        }

        return rows.Values;
    }

    private static TableEntity Row(AttemptId attempt, string stakeholder, string name, string role) =>
        new(Keys.Evaluations(attempt.Scenario), Keys.Stakeholder(attempt.Generation, attempt.Attempt, stakeholder))
        {
            ["Stakeholder"] = stakeholder,
            ["Name"] = name,
            ["Role"] = role,
        };

    private static void Write(TableEntity row, string baseline, ImpactAgainst impact)
    {
        row.Write($"{baseline}Mean", impact.Mean);
        row.Write($"{baseline}Median", impact.Median);
        row.Write($"{baseline}Low80", impact.Low80);
        row.Write($"{baseline}High80", impact.High80);
        row.Write($"{baseline}ProbabilityOfGain", impact.ProbabilityOfGain);
        row.Write($"{baseline}ShortHorizonMean", impact.ShortHorizonMean);
    }

    internal static void Write(this TableEntity row, string column, Estimate estimate)
    {
        row[column] = estimate.Value;
        row[$"{column}StandardError"] = estimate.StandardError;
    }
}
