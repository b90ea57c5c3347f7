namespace Parley.Local.Tests;

public sealed class QueueSettingsTests
{
    [Fact]
    public void The_host_json_of_the_functions_app_is_read()
    {
        var hostJson = HostJson.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));

        Assert.Equal("", hostJson.RoutePrefix);
        Assert.Equal(2, hostJson.Queues.BatchSize);
        Assert.Equal(0, hostJson.Queues.NewBatchThresholdOn(cores: 8));
        Assert.Equal(TimeSpan.FromMilliseconds(500), hostJson.Queues.MaxPollingIntervalIn("Production"));
        Assert.Equal(5, hostJson.Queues.MaxDequeueCount);
        Assert.Equal(TimeSpan.FromSeconds(30), hostJson.Queues.VisibilityTimeout);
        Assert.Equal(MessageEncoding.Base64, hostJson.Queues.MessageEncoding);
        Assert.Equal("Warning", hostJson.Logging["logLevel:Azure"]);
    }

    [Fact]
    public void An_empty_host_json_gives_the_genuine_defaults()
    {
        var hostJson = Read("""{ "version": "2.0" }""");

        Assert.Equal("api", hostJson.RoutePrefix);
        Assert.Equal(16, hostJson.Queues.BatchSize);
        Assert.Equal(5, hostJson.Queues.MaxDequeueCount);
        Assert.Equal(TimeSpan.Zero, hostJson.Queues.VisibilityTimeout);
        Assert.Equal(MessageEncoding.Base64, hostJson.Queues.MessageEncoding);
    }

    [Fact]
    public void The_message_encoding_can_be_none() =>
        Assert.Equal(MessageEncoding.None, Read("""{ "extensions": { "queues": { "messageEncoding": "none" } } }""").Queues.MessageEncoding);

    [Fact]
    public void A_threshold_that_is_not_given_is_half_a_batch_for_each_core() =>
        Assert.Equal(20, new QueueSettings { BatchSize = 10 }.NewBatchThresholdOn(cores: 4));

    [Theory]
    [InlineData("Development", 2)]
    [InlineData("Production", 60)]
    public void A_longest_polling_interval_that_is_not_given_is_2_seconds_in_development_and_60_elsewhere(string environment, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new QueueSettings().MaxPollingIntervalIn(environment));

    [Fact]
    public void Settings_out_of_range_are_refused_all_at_once()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Read(
            """
            { "extensions": { "queues": {
                "batchSize": 33, "newBatchThreshold": -1, "maxDequeueCount": 0, "visibilityTimeout": "-00:00:01", "maxPollingInterval": "00:00:00.05"
            } } }
            """));
        Assert.Equal(
            "host.json, extensions.queues: batchSize is 33, not within 1 to 32; newBatchThreshold is -1, below 0; " +
            "maxPollingInterval is 00:00:00.0500000, below 00:00:00.1000000; maxDequeueCount is 0, below 1; visibilityTimeout is -00:00:01, below 0.",
            refusal.Message);
    }

    private static HostJson Read(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            return HostJson.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
