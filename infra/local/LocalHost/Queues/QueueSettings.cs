namespace Parley.Local;

/// <summary><c>extensions.queues</c> of host.json, with the genuine host's defaults.</summary>
public sealed record QueueSettings
{
    private const int MostMessagesOfOnePoll = 32;

    public int BatchSize { get; init; } = 16;

    public int? NewBatchThreshold { get; init; }

    public TimeSpan? MaxPollingInterval { get; init; }

    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message whose run failed stays invisible.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public MessageEncoding MessageEncoding { get; init; } = MessageEncoding.Base64;

    public int NewBatchThresholdOn(int cores) => NewBatchThreshold ?? BatchSize / 2 * cores;

    public TimeSpan MaxPollingIntervalIn(string environment) =>
        MaxPollingInterval ?? (environment == "Development" ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(60));

    public void Check()
    {
        string?[] problems =
        [
            BatchSize is < 1 or > MostMessagesOfOnePoll ? $"batchSize is {BatchSize}, not within 1 to {MostMessagesOfOnePoll}" : null,
            NewBatchThreshold < 0 ? $"newBatchThreshold is {NewBatchThreshold}, below 0" : null,
            MaxPollingInterval < PollBackoff.Shortest ? $"maxPollingInterval is {MaxPollingInterval}, below {PollBackoff.Shortest}" : null,
            MaxDequeueCount < 1 ? $"maxDequeueCount is {MaxDequeueCount}, below 1" : null,
            VisibilityTimeout < TimeSpan.Zero ? $"visibilityTimeout is {VisibilityTimeout}, below 0" : null,
        ];
        var found = string.Join("; ", problems.OfType<string>());
        if (found.Length > 0)
            throw new InvalidDataException($"host.json, extensions.queues: {found}.");
    }
}
