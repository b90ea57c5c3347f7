namespace Parley.Infra.Tests.Operating;

/// <summary>What backup.sh saves where not everything can be read.</summary>
public sealed class SavingTests
{
    private static readonly Dictionary<string, (int, string)> Answers = new()
    {
        ["/api/scenarios"] = (200, """{ "scenarios": [ { "id": "new", "situation": { "id": "river", "version": 2 } }, { "id": "gone", "situation": { "id": "river", "version": 2 } } ], "next": "/api/scenarios/page" }"""),
        ["/api/scenarios/page"] = (200, """{ "scenarios": [ { "id": "old", "situation": { "id": "river", "version": 1 } } ] }"""),
        ["/api/scenarios/new/inputs"] = (200, "new scenario"),
        ["/api/scenarios/gone/inputs"] = (422, "unreadable"),
        ["/api/scenarios/old/inputs"] = (200, "old scenario"),
        ["/api/sweeps"] = (200, """{ "sweeps": [ { "id": "wide", "situation": { "id": "river", "version": 1 } } ] }"""),
        ["/api/sweeps/wide/inputs"] = (200, "sweep"),
        ["/api/situations"] = (200, """{ "situations": [ { "id": "river" } ] }"""),
        ["/api/situations/river"] = (200, "second version"),
        ["/api/situations/river/versions/1"] = (200, "first version"),
        ["/api/situations/river/versions/2"] = (200, "second version"),
    };

    private static readonly string[] All =
    [
        "scenarios/river/1/old.json: old scenario",
        "scenarios/river/2/new.json: new scenario",
        "situations/river/1.json: first version",
        "situations/river/2.json: second version",
        "situations/river/current.json: second version",
        "sweeps/river/1/wide.json: sweep",
    ];

    [Fact]
    public async Task One_scenario_that_cannot_be_read_is_named_and_keeps_nothing_else_from_being_saved()
    {
        var (exitCode, output, saved) = await SaveAsync(Answers);

        Assert.Equal(1, exitCode);
        Assert.Contains("not saved: /api/scenarios/gone/inputs", output);
        Assert.Equal(All, saved);
    }

    [Fact]
    public async Task Where_everything_is_saved_sweeps_too_it_ends_with_0()
    {
        var answers = new Dictionary<string, (int, string)>(Answers) { ["/api/scenarios/gone/inputs"] = (200, "another") };

        var (exitCode, output, saved) = await SaveAsync(answers);

        Assert.True(exitCode == 0, output);
        Assert.Equal(All.Append("scenarios/river/2/gone.json: another").Order(StringComparer.Ordinal), saved);
    }

    [Fact]
    public async Task Where_nobody_says_which_situations_there_are_it_does_not_end_as_if_all_were_saved()
    {
        var answers = new Dictionary<string, (int, string)>(Answers) { ["/api/situations"] = (404, "{}"), ["/api/scenarios/gone/inputs"] = (200, "another") };

        var (exitCode, output, saved) = await SaveAsync(answers);

        Assert.Equal(1, exitCode);
        Assert.Contains("not saved: which versions of the situations are current", output);
        Assert.Contains("scenarios/river/1/old.json: old scenario", saved);
    }

    [Fact]
    public async Task What_was_current_stays_in_the_folder_until_something_else_is_read()
    {
        var answers = new Dictionary<string, (int, string)>(Answers) { ["/api/situations/river"] = (422, "unreadable") };

        var (exitCode, output, saved) = await SaveAsync(answers, before: ("situations/river/current.json", "first version"));

        Assert.Equal(1, exitCode);
        Assert.Contains("not saved: /api/situations/river\n", output);
        Assert.Contains("situations/river/current.json: first version", saved);
    }

    private static async Task<(int ExitCode, string Output, IEnumerable<string> Saved)> SaveAsync(
        Dictionary<string, (int, string)> answers, (string File, string Text)? before = null)
    {
        var folder = Directory.CreateTempSubdirectory("parley-backup");
        try
        {
            if (before is var (file, text))
            {
                var there = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(there)!);
                await File.WriteAllTextAsync(there, text);
            }

            await using var app = new FakeApp(answers);
            var (exitCode, output) = await Script.RunAsync("infra/azure/backup.sh", app.Address, folder.FullName);
            var saved = Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories)
                .Select(file => $"{Path.GetRelativePath(folder.FullName, file)}: {File.ReadAllText(file)}").Order(StringComparer.Ordinal).ToArray();
            return (exitCode, output, saved);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
