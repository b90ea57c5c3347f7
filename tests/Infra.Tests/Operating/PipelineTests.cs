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
