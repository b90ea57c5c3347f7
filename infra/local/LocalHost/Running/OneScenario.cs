namespace Parley.Local;

/// <summary>Submits one scenario and shows what it means for each stakeholder.</summary>
internal sealed class OneScenario(ScenarioClient scenarios, TextWriter output)
{
    public async Task<ExitCode> RunAsync(ScenarioFile file, CancellationToken stopping)
    {
        var submission = await scenarios.SubmitAsync(file.Content, stopping);
        if (submission.Refusal is { } refusal)
            throw new CannotRunException(ExitCode.Refused, Refused(file, refusal));

        var scenario = await scenarios.FinishedAsync(submission.Id!, stopping);
        if (scenario.Status != "Succeeded")
            throw new CannotRunException(ExitCode.Failed, $"The evaluation of {file.Path} {Outcome(scenario)}");

        var impacts = await scenarios.ImpactsAsync(scenario.Id, stopping);
        await output.WriteLineAsync();
        await output.WriteLineAsync(ImpactsTable.Of(impacts));
        if (impacts.Effects is { Count: > 0 } effects)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync(EffectsTable.Of(impacts, effects));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(InWords.Of(impacts, await scenarios.NarrationAsync(scenario.Id, stopping)));

        return ExitCode.Done;
    }

    private static string Outcome(ScenarioAnswer scenario) =>
        scenario.Status == "Cancelled" ? "was cancelled." : $"failed: {scenario.Problem?.ToString() ?? "no reason was given"}";

    private static string Refused(ScenarioFile file, ProblemAnswer refusal) => string.Join(
        Environment.NewLine,
        [
            $"{file.Path} was refused: {refusal}",
            .. (refusal.Problems ?? []).Select(problem => $"  {Place(problem)}: {problem.Detail}"),
        ]);

    private static string Place(PointedProblem problem) => problem.Pointer.Length == 0 ? "(whole document)" : problem.Pointer;
}
