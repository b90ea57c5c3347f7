using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Parley.Infra.Tests.Deploying;

public sealed partial class WatchingTests
{
    /// <summary>What the app measures, under the names that reach Azure Monitor.</summary>
    private static readonly string[] Metrics =
    [
        "parley.chunk.duration",
        "parley.chunks.evaluated",
        "parley.chunks.failed",
        "parley.dead_letters",
        "parley.evaluation.duration",
        "parley.queue.age",
        "parley.scenarios.accepted",
        "parley.scenarios.evaluated",
        "parley.scenarios.failed",
        "parley.sweeps.accepted",
        "parley.sweeps.failed",
        "parley.sweeps.stalled",
        "parley.sweeps.succeeded",
    ];

    [Fact]
    public async Task Alerts_and_workbook_ask_for_metrics_that_the_app_measures_and_leave_none_out()
    {
        var alerts = (await AlertsAsync()).Select(Query);
        var workbook = Descendants(await WorkbookAsync()).OfType<JsonObject>().Select(each => each["query"]).OfType<JsonValue>().Select(query => $"{query}");

        Assert.Equal(Metrics, Named(alerts.Concat(workbook)));
    }

    [Fact]
    public async Task There_is_an_alert_for_each_thing_that_somebody_has_to_look_at()
    {
        var asked = Named((await AlertsAsync()).Select(Query));

        Assert.Equal(
            [
                "parley.chunks.evaluated", "parley.chunks.failed", "parley.dead_letters", "parley.queue.age", "parley.scenarios.accepted",
                "parley.scenarios.evaluated", "parley.scenarios.failed", "parley.sweeps.accepted", "parley.sweeps.failed",
                "parley.sweeps.stalled",
            ],
            asked);
        Assert.Contains(await AlertsAsync(), alert => Query(alert).Contains("AppRequests", StringComparison.Ordinal));
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
}
