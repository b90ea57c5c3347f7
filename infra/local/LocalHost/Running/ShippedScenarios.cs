namespace Parley.Local;

/// <summary>Gives a first look at the product: its own scenarios, submitted to an empty storage and shown side by side, situation by situation.</summary>
internal sealed class ShippedScenarios(ScenarioClient scenarios, TextWriter output)
{
    public async Task SubmitIfNoneAsync(IReadOnlyList<ShippedGroup> groups, CancellationToken stopping)
    {
        var count = groups.Sum(group => group.Scenarios.Count);
        if (count == 0 || await scenarios.AnyAsync(stopping))
            return;

        await output.WriteLineAsync($"submitting the {count} scenarios that come with Parley ...");
        // All at once, so that nothing waits for the first table.
        var submitted = new List<(ShippedGroup Group, List<(ScenarioFile File, Submission Submission)> Submissions)>();
        foreach (var group in groups)
        {
            var submissions = new List<(ScenarioFile, Submission)>();
            foreach (var file in group.Scenarios)
                submissions.Add((file, await scenarios.SubmitAsync(file.Content, stopping)));
            submitted.Add((group, submissions));
        }

        foreach (var (group, submissions) in submitted)
            await ShowAsync(group.Title, submissions, stopping);
    }

    private async Task ShowAsync(string title, IEnumerable<(ScenarioFile File, Submission Submission)> submissions, CancellationToken stopping)
    {
        var impacts = new List<ImpactsAnswer>();
        foreach (var (file, submission) in submissions)
        {
            if (submission.Id is { } id && await scenarios.FinishedAsync(id, stopping) is { Status: "Succeeded" })
                impacts.Add(await scenarios.ImpactsAsync(id, stopping));
            else
                await output.WriteLineAsync($"{file.Path} has no result: {submission.Refusal?.ToString() ?? "its evaluation failed"}");
        }

        if (impacts.Count == 0)
            return;
        await output.WriteLineAsync();
        await output.WriteLineAsync(title);
        await output.WriteLineAsync();
        await output.WriteLineAsync(ImpactsMatrix.Of(impacts));
    }
}
