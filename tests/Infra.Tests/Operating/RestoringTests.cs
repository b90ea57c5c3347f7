namespace Parley.Infra.Tests.Operating;

/// <summary>What restore.sh does where not everything is taken.</summary>
public sealed class RestoringTests
{
    private static readonly (string File, string Text)[] Saved =
    [
        ("situations/river/1.json", """{ "document": { "is": "first" } }"""),
        ("situations/river/2.json", """{ "document": { "is": "second" } }"""),
        ("situations/river/current.json", """{ "document": { "is": "current" } }"""),
        ("situations/sea/1.json", """{ "document": { "is": "sea" } }"""),
        ("scenarios/river/1/gone.json", "gone"),
        ("scenarios/river/1/old.json", "old"),
        ("scenarios/river/2/new.json", "new"),
        ("sweeps/sea/1/wide.json", "wide"),
    ];

    [Fact]
    public async Task All_is_submitted_under_its_version_and_what_was_current_is_so_again()
    {
        await using var app = new FakeApp((_, _) => (202, """{ "id": "another" }"""));

        var (exitCode, output) = await RestoreAsync(app);

        Assert.True(exitCode == 0, output);
        Assert.Equal(["first", "gone", "old", "second", "new", "current", "sea", "wide"], app.Asked.Select(Said));
        Assert.Equal(4, output.Split('\n').Count(line => line == "another"));
    }

    /// <summary>A scenario that was restored before and is deleted by now: its key answers 410.</summary>
    [Fact]
    public async Task One_refusal_is_named_and_keeps_nothing_else_from_being_restored()
    {
        FakeApp? refusing = null;
        await using var app = refusing = new FakeApp((_, _) => Said(refusing!.Asked[^1]) == "gone" ? (410, """{ "title": "Deleted" }""") : (202, """{ "id": "another" }"""));

        var (exitCode, output) = await RestoreAsync(app);

        Assert.Equal(1, exitCode);
        Assert.Matches("not restored: .*/scenarios/river/1/gone.json .*Deleted", output);
        Assert.Equal(["first", "gone", "old", "second", "new", "current", "sea", "wide"], app.Asked.Select(Said));
    }

    [Fact]
    public async Task Nothing_is_submitted_under_another_version_than_its_own()
    {
        FakeApp? refusing = null;
        await using var app = refusing = new FakeApp((_, _) => Said(refusing!.Asked[^1]) == "first" ? (400, """{ "title": "Not valid" }""") : (202, """{ "id": "another" }"""));

        var (exitCode, output) = await RestoreAsync(app);

        Assert.Equal(1, exitCode);
        Assert.Matches("not restored: .*/situations/river/1.json", output);
        Assert.Equal(["first", "second", "new", "current", "sea", "wide"], app.Asked.Select(Said));
    }

    private static string Said((string Method, string Path, string Body) asked) =>
        asked.Method == "PUT" ? asked.Body.Split('"')[3] : asked.Body;

    private static async Task<(int ExitCode, string Output)> RestoreAsync(FakeApp app)
    {
        var folder = Directory.CreateTempSubdirectory("parley-restore");
        try
        {
            foreach (var (file, text) in Saved)
            {
                var there = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(there)!);
                await File.WriteAllTextAsync(there, text);
            }

            return await Script.RunAsync("infra/azure/restore.sh", app.Address, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
