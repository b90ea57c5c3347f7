using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Functions.Settings;

namespace Parley.Infra.Tests;

/// <summary>What the promises of the app ask of the host that runs it.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonNode HostJson = JsonNode.Parse(Repository.Read("functions/host.json"))!;
    private static readonly JsonNode Queues = HostJson["extensions"]!["queues"]!;

    /// <summary>For which the host hides a message from others; renewed while it runs, left behind when it is killed.</summary>
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(10);

    [Fact]
    public void Routes_stand_in_the_triggers_as_a_whole()
    {
        Assert.Equal("", $"{HostJson["extensions"]!["http"]!["routePrefix"]}");
    }

    [Fact]
    public void An_instance_takes_no_more_than_it_can_evaluate_and_the_rest_stays_for_others()
    {
        Assert.InRange(Queues["batchSize"]!.GetValue<int>(), 1, 2);
        Assert.Equal(0, Queues["newBatchThreshold"]!.GetValue<int>());
    }

    [Fact]
    public void An_idle_listener_adds_no_more_than_half_a_second()
    {
        Assert.InRange(Time(Queues["maxPollingInterval"]!), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public void What_failed_is_not_tried_five_times_within_a_second()
    {
        Assert.Equal(5, Queues["maxDequeueCount"]!.GetValue<int>());
        Assert.InRange(Time(Queues["visibilityTimeout"]!), TimeSpan.FromSeconds(10), Invisible);
    }

    [Fact]
    public void A_killed_hosts_lease_is_over_when_its_message_comes_back()
    {
        Assert.True(TimeSpan.FromSeconds(new EvaluationOptions().LeaseSeconds) < Invisible);
    }

    [Fact]
    public void An_evaluation_is_cut_off_before_it_costs_without_end()
    {
        Assert.InRange(Time(HostJson["functionTimeout"]!), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void The_SDK_says_only_what_somebody_should_look_at()
    {
        var levels = HostJson["logging"]!["logLevel"]!;

        Assert.Equal("Warning", $"{levels["Azure"]}");
        Assert.Equal("Information", $"{levels["default"]}");
    }

    private static TimeSpan Time(JsonNode value) => TimeSpan.Parse($"{value}", CultureInfo.InvariantCulture);
}
