using System.Text.RegularExpressions;

namespace Parley.Infra.Tests.Operating;

public sealed partial class PipelineTests
{
    /// <summary>Who writes the actions that are trusted by their major version.</summary>
    private static readonly string[] Trusted = ["actions", "azure", "gitleaks"];

    public static TheoryData<string> Files => [.. Workflows.Files];

    [Fact]
    public void There_is_a_pipeline()
    {
        Assert.Equal([".github/dependabot.yml", ".github/workflows/build.yml", ".github/workflows/deploy.yml"], Workflows.Files);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_runs_scripts_that_a_person_runs_and_that_there_are(string file)
    {
        var commands = Workflows.Steps(file).Where(step => step.ContainsKey("run")).Select(step => $"{step["run"]}").ToArray();

        Assert.All(commands, command =>
        {
            var script = Script().Match(command);
            Assert.True(script.Success, $"{command} is not one script.");
            Assert.True(File.Exists(Repository.PathOf(script.Groups[1].Value)), script.Groups[1].Value);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Actions_are_of_those_we_trust_by_major_version_or_by_commit(string file)
    {
        var actions = Workflows.Steps(file).Where(step => step.ContainsKey("uses")).Select(step => $"{step["uses"]}");

        Assert.All(actions, action =>
        {
            Assert.Contains(action.Split('/')[0], Trusted);
            Assert.Matches("@(v[0-9]+|[0-9a-f]{40})$", action);
        });
    }

    [Theory]
    [InlineData(".github/workflows/build.yml")]
    [InlineData(".github/workflows/deploy.yml")]
    public void A_job_may_read_the_repository_and_more_only_where_it_says_so(string file)
    {
        var rights = (Dictionary<object, object>)Workflows.Read(file)["permissions"];
        var written = Workflows.Jobs(file).Values.Where(job => job.ContainsKey("permissions"))
            .SelectMany(job => (Dictionary<object, object>)job["permissions"]).Where(right => $"{right.Value}" == "write").Select(right => $"{right.Key}");

        Assert.Equal(("contents", "read"), ($"{rights.Single().Key}", $"{rights.Single().Value}"));
        Assert.Equal(["id-token"], written.Distinct());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_ends_some_time(string file)
    {
        var jobs = Workflows.Jobs(file).Where(job => job.Value.ContainsKey("steps"));

        Assert.All(jobs, job => Assert.True(job.Value.ContainsKey("timeout-minutes"), job.Key));
    }

    [Fact]
    public void The_scan_for_secrets_may_read_the_commits_of_a_pull_request()
    {
        var scan = Workflows.Jobs(".github/workflows/build.yml").Values.Single(job => Uses(job, "gitleaks/"));

        Assert.Equal("read", $"{((Dictionary<object, object>)scan["permissions"])["pull-requests"]}");
    }

    [Fact]
    public void An_older_package_is_deployed_and_tried_with_the_files_of_its_own_commit()
    {
        var steps = Workflows.Steps(".github/workflows/deploy.yml").ToList();
        var commit = steps.FindIndex(step => step.TryGetValue("id", out var id) && $"{id}" == "built");
        var checkout = steps.FindIndex(step => step.TryGetValue("with", out var with) && ((Dictionary<object, object>)with).TryGetValue("ref", out var built)
            && $"{built}" == "${{ steps.built.outputs.commit }}");
        var package = steps.FindIndex(step => step.TryGetValue("uses", out var uses) && $"{uses}".StartsWith("actions/download-artifact", StringComparison.Ordinal));

        Assert.Equal([commit, checkout, package], new[] { commit, checkout, package }.Order());
        Assert.All([steps[commit], steps[checkout]], step => Assert.Equal("inputs.run", $"{step["if"]}"));
    }

    [Fact]
    public async Task The_commit_of_a_run_is_what_GitHub_says_and_none_is_a_failure()
    {
        using var tools = new FakeAzure();
        tools.Put("gh", "[[ \"$*\" != *runs/7* ]] || echo 0123abc");
        var environment = new Dictionary<string, string>(tools.Environment) { ["GITHUB_REPOSITORY"] = "owner/parley" };

        Assert.Equal((0, "commit=0123abc\n"), await Tests.Script.RunAsync(environment, Repository.PathOf("infra/azure/commit.sh"), "7"));
        Assert.NotEqual(0, (await Tests.Script.RunAsync(environment, Repository.PathOf("infra/azure/commit.sh"), "8")).ExitCode);
    }

    [Fact]
    public void Programs_that_may_call_stay_so_when_the_pipeline_provisions()
    {
        Assert.Contains("ALLOWED_APPLICATIONS: ${{ vars.AZURE_CLIENT_ID }},${{ vars.ALLOWED_APPLICATIONS }}", Repository.Read(".github/workflows/deploy.yml"));
    }

    [Fact]
    public void Its_variables_and_secrets_are_explained_and_what_is_explained_is_used()
    {
        var used = Workflows.Files.SelectMany(file => Variable().Matches(Repository.Read(file))).Select(name => name.Groups[1].Value).Distinct();
        var table = Repository.Read("infra/azure/README.md").Split("| variable or secret of the repository")[1];
        var explained = Row().Matches(table).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(name => name.Groups[1].Value);

        Assert.Equal(explained.Order(), used.Order());
    }

    [Fact]
    public void What_the_parameters_read_from_the_environment_is_explained()
    {
        var read = Directory.GetFiles(Repository.PathOf("infra/azure"), "*.bicepparam").SelectMany(file => Environment().Matches(File.ReadAllText(file)))
            .Select(name => name.Groups[1].Value).Distinct().Where(name => name != "AZURE_ENV_NAME");
        var table = Repository.Read("infra/azure/README.md").Split("| read from the environment")[1].Split("\n\n")[0];

        Assert.Equal(Row().Matches(table).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(name => name.Groups[1].Value).Order(), read.Order());
    }

    private static bool Uses(Dictionary<object, object> job, string action) => job.TryGetValue("steps", out var steps)
        && ((List<object>)steps).Cast<Dictionary<object, object>>().Any(step => step.TryGetValue("uses", out var uses) && $"{uses}".StartsWith(action, StringComparison.Ordinal));

    [GeneratedRegex(@"^bash ([a-z/]+\.sh)( [^\n;&|]*)?$")]
    private static partial Regex Script();

    [GeneratedRegex(@"\b(?:vars|secrets)\.([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"readEnvironmentVariable\('([A-Z_]+)'")]
    private static partial Regex Environment();

    [GeneratedRegex(@"^\| (`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z_]+)`")]
    private static partial Regex Name();
}
