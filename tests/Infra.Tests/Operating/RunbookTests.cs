using System.Text.RegularExpressions;
using Parley.Functions.Specifying;
using Parley.Infra.Tests.Deploying;

namespace Parley.Infra.Tests.Operating;

public sealed partial class RunbookTests
{
    private static readonly string Runbook = Repository.Read("infra/azure/RUNBOOK.md");

    [Fact]
    public void Its_requests_are_on_the_surface()
    {
        var surface = Surface.Operations.Select(each => $"{each.Verb.ToUpperInvariant()} /{Parameter().Replace(each.Route, "*")}");
        var calls = Call().Matches(Runbook).Select(call => $"{call.Groups["verb"].Value} {ShellVariable().Replace(call.Groups["path"].Value, "*")}");

        Assert.Subset(surface.ToHashSet(), calls.ToHashSet());
    }

    [Fact]
    public void It_says_how_each_thing_that_only_administrators_may_do_is_done()
    {
        var calls = Call().Matches(Runbook).Select(call => $"/{ShellVariable().Replace(call.Groups["path"].Value, "*").TrimStart('/')}");
        var admin = Surface.Operations.Where(each => each.Level == Microsoft.Azure.Functions.Worker.AuthorizationLevel.Admin);

        Assert.Subset(calls.ToHashSet(), admin.Select(each => $"/{Parameter().Replace(each.Route, "*")}").ToHashSet());
    }

    [Fact]
    public void Its_queues_and_scripts_and_settings_are_there()
    {
        var settings = Repository.Read("local.settings.sample.json");

        Assert.Equal(TriggerQueues.Names.Order(), Queue().Matches(Runbook).Select(queue => queue.Groups[1].Value).Distinct().Order());
        Assert.All(Script().Matches(Runbook), script => Assert.True(File.Exists(Repository.PathOf(script.Value)), script.Value));
        Assert.All(Setting().Matches(Runbook), setting => Assert.Contains($"\"{setting.Groups[1].Value}__{setting.Groups[2].Value}\"", settings));
    }

    [Fact]
    public async Task Every_alert_leads_to_a_part_of_it()
    {
        var parts = Heading().Matches(Runbook).Select(heading => heading.Groups[1].Value.ToLowerInvariant().Replace(' ', '-'));
        var deployment = await Deployment.OfAsync("prod");
        var alerts = deployment.All("Microsoft.Insights/scheduledQueryRules").Concat(deployment.All("Microsoft.Insights/metricAlerts"));

        Assert.All(alerts, alert => Assert.Contains($"{alert["properties"]!["description"]}".Split('#')[1], parts));
    }

    [Fact]
    public void What_is_lost_by_a_failover_is_read_before_it_is_made()
    {
        var read = Runbook.IndexOf("lastSyncTime --output", StringComparison.Ordinal);
        var made = Runbook.IndexOf("az storage account failover", StringComparison.Ordinal);

        Assert.InRange(read, 0, made);
    }

    [Fact]
    public void It_calls_resources_as_the_Bicep_names_them()
    {
        var main = Repository.Read("infra/azure/main.bicep");

        Assert.Contains("name: 'rg-${name}'", main);
        Assert.Contains("'appi-${name}'", main);
        Assert.Contains("'id-${name}'", main);
        Assert.Contains("var name = 'parley-${environmentName}'", main);
        Assert.Contains("\"appi-parley-$name\" --resource-group \"$group\"", Runbook);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("SECURITY.md")]
    [InlineData("infra/azure/README.md")]
    public void Other_pages_name_scripts_and_routes_that_there_are(string page)
    {
        var text = Repository.Read(page);
        var surface = Surface.Operations.Select(each => $"{each.Verb.ToUpperInvariant()} /{each.Route}");

        Assert.All(Script().Matches(text), script => Assert.True(File.Exists(Repository.PathOf(script.Value)), script.Value));
        Assert.All(Named().Matches(text), route => Assert.Contains(route.Groups[1].Value, surface));
    }

    [GeneratedRegex(@"call (?<verb>[A-Z]+) ""?(?<path>/[A-Za-z0-9/$_.-]+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\$[a-z]+")]
    private static partial Regex ShellVariable();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("--queue-name ([a-z-]+)")]
    private static partial Regex Queue();

    [GeneratedRegex(@"\b(infra|tests)/[A-Za-z/]+\.sh\b")]
    private static partial Regex Script();

    [GeneratedRegex(@"`(Limits|Retention|Evaluation|Outbox)(?:__|:)([A-Za-z]+)`")]
    private static partial Regex Setting();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"`((?:GET|POST|PUT|DELETE) /api/[A-Za-z0-9/{}.-]+)`")]
    private static partial Regex Named();
}
