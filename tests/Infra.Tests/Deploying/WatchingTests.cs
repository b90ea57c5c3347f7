using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Parley.Functions.Observing;

namespace Parley.Infra.Tests.Deploying;

public sealed partial class WatchingTests
{
    [Fact]
    public async Task Alerts_and_workbook_ask_for_metrics_that_the_app_measures_and_leave_none_out()
    {
        var alerts = (await AlertsAsync()).Select(Query);
        var workbook = Descendants(await WorkbookAsync()).OfType<JsonObject>().Select(each => each["query"]).OfType<JsonValue>().Select(query => $"{query}");

        Assert.Equal(Measured(), Named(alerts.Concat(workbook)));
    }

    [Fact]
    public async Task There_is_an_alert_for_each_thing_that_somebody_has_to_look_at()
    {
        var asked = Named((await AlertsAsync()).Select(Query));

        Assert.Equal(
            [
                "parley.chunks.evaluated", "parley.chunks.failed", "parley.dead_letters", "parley.queue.age", "parley.queue.depth",
                "parley.queue.oldest", "parley.scenarios.accepted", "parley.scenarios.evaluated", "parley.scenarios.failed",
                "parley.scenarios.stopped", "parley.sweeps.accepted", "parley.sweeps.failed", "parley.sweeps.stalled", "parley.sweeps.stopped",
            ],
            asked);
    }

    [Fact]
    public async Task Answers_with_5xx_are_counted_by_the_platform_which_samples_none_and_answers_while_the_app_cannot()
    {
        var alert = (await Deployment.OfAsync("prod")).Only("Microsoft.Insights/metricAlerts")["properties"]!;
        var criterion = alert["criteria"]!["allOf"]!.AsArray().Single()!;

        Assert.Equal(("Microsoft.Web/sites", "Http5xx", "Total"), ($"{criterion["metricNamespace"]}", $"{criterion["metricName"]}", $"{criterion["timeAggregation"]}"));
        Assert.DoesNotContain(await AlertsAsync(), each => Query(each).Contains("AppRequests", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("poison-queue", "endswith \"-poison\"")]
    [InlineData("oldest-message", "== \"scenarios\"")]
    public async Task An_alert_on_queues_asks_for_those_that_there_are_by_the_tag_that_names_them(string name, string asked)
    {
        var query = Query(await AlertAsync(name));

        Assert.Contains("Properties[\"messaging.destination.name\"]", query);
        Assert.Contains(asked, query);
        Assert.Equal(["scenarios", "scenarios-poison", "sweeps", "sweeps-poison"], TriggerQueues.Names.Order());
    }

    [Theory]
    [InlineData("standstill", "parley.scenarios.stopped")]
    [InlineData("sweeps-standstill", "parley.sweeps.stopped")]
    public async Task A_standstill_is_neither_what_callers_stopped_nor_what_ended_just_before_the_window(string name, string stopped)
    {
        var alert = await AlertAsync(name);

        Assert.Contains($"\"{stopped}\")", Query(alert));
        Assert.Contains("TimeGenerated between (ago(25m) .. ago(10m))", Query(alert));
        Assert.Equal("PT30M", $"{alert["properties"]!["windowSize"]}");
    }

    [Fact]
    public async Task Silence_is_an_alert_of_its_own()
    {
        var query = Query(await AlertAsync("silence"));

        Assert.Contains("\"parley.queue.depth\" | summarize Looks = count() | project Value = iff(Looks == 0, 1.0, 0.0)", query);
    }

    [Fact]
    public async Task An_alert_looks_at_the_column_that_its_query_makes()
    {
        Assert.All(await AlertsAsync(), alert =>
        {
            var criterion = alert["properties"]!["criteria"]!["allOf"]!.AsArray().Single()!;
            Assert.Contains($"{criterion["metricMeasureColumn"]} = ", $"{criterion["query"]}");
        });
    }

    [Fact]
    public async Task The_workbook_is_JSON_and_knows_which_workspace_it_shows()
    {
        var workbook = await WorkbookAsync();

        Assert.Equal("Notebook/1.0", $"{workbook["version"]}");
        Assert.DoesNotContain("{workspace}", $"{workbook}", StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonObject>> AlertsAsync() =>
        (await Deployment.OfAsync("prod")).All("Microsoft.Insights/scheduledQueryRules");

    private static async Task<JsonObject> AlertAsync(string name) =>
        (await AlertsAsync()).Single(alert => $"{alert["name"]}" == $"alert-parley-prod-{name}");

    /// <summary>The text that is deployed; the workspace's id is known only then, so that the prediction still names it by an expression.</summary>
    private static async Task<JsonNode> WorkbookAsync()
    {
        var data = $"{(await Deployment.OfAsync("prod")).Only("Microsoft.Insights/workbooks")["properties"]!["serializedData"]}";
        return JsonNode.Parse(data)!;
    }

    private static string Query(JsonObject alert) => $"{alert["properties"]!["criteria"]!["allOf"]!.AsArray().Single()!["query"]}";

    private static IEnumerable<string> Named(IEnumerable<string> queries) =>
        queries.SelectMany(query => Metric().Matches(query)).Select(name => name.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode?> Descendants(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Descendants(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Descendants).Prepend(node),
        _ => [node],
    };

    [GeneratedRegex("\"(parley\\.[a-z_.]*[a-z])\"")]
    private static partial Regex Metric();

    /// <summary>The instruments of the app, under the names that reach Azure Monitor.</summary>
    private static SortedSet<string> Measured()
    {
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = provider.GetRequiredService<IMeterFactory>();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == meters)
                    names.Add(instrument.Name);
            },
        };
        listener.Start();
        foreach (var type in typeof(ScenarioMetrics).Assembly.GetTypes().Where(type => type.GetConstructor([typeof(IMeterFactory)]) is not null))
            _ = Activator.CreateInstance(type, meters);
        return names;
    }
}
