namespace Parley.Local;

/// <summary>Gives a first look at the product: its own scenarios, submitted to an empty storage and shown side by side.</summary>
internal sealed class ShippedScenarios(ScenarioClient scenarios, TextWriter output)
{
    public async Task SubmitIfNoneAsync(IReadOnlyList<ScenarioFile> files, CancellationToken stopping)
    {
        if (files.Count == 0 || await scenarios.AnyAsync(stopping))
            return;

        await output.WriteLineAsync($"submitting the {files.Count} scenarios that come with Parley ...");
        var submissions = new List<(ScenarioFile File, Submission Submission)>();
        foreach (var file in files)
            submissions.Add((file, await scenarios.SubmitAsync(file.Content, stopping)));

        var impacts = new List<ImpactsAnswer>();
        foreach (var (file, submission) in submissions)
        {
            if (submission.Id is { } id && await scenarios.FinishedAsync(id, stopping) is { Status: "Succeeded" })
                impacts.Add(await scenarios.ImpactsAsync(id, stopping));
            else
                await output.WriteLineAsync($"{file.Path} has no result: {submission.Refusal?.ToString() ?? "its evaluation failed"}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(ImpactsMatrix.Of(impacts));
    }
}
