using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Parley.Functions.Settings;

namespace Parley.Functions.Storage;

/// <summary>Something added to the clients' pipelines, such as a test's faults.</summary>
public delegate void PipelineSetup(ClientOptions options);

/// <summary>The storage account, reached by connection string or as the app's identity.</summary>
public static class StorageClients
{
    // Short: whoever waits for an answer gets one, and work that fails comes back by the queue.
    private const int Retries = 2;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(10);

    public static TableServiceClient Tables(StorageOptions storage, IEnumerable<PipelineSetup> setups)
    {
        var options = Configured(new TableClientOptions(), setups);
        return storage.ConnectionString is { } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(storage.Tables, Identity(storage), options);
    }

    public static QueueServiceClient Queues(StorageOptions storage, IEnumerable<PipelineSetup> setups)
    {
        // Base64 is what the Functions host expects of a queue's messages.
        var options = Configured(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, setups);
        return storage.ConnectionString is { } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(storage.Queues, Identity(storage), options);
    }

    private static T Configured<T>(T options, IEnumerable<PipelineSetup> setups)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = Retries;
        options.Retry.Delay = FirstRetry;
        options.Retry.MaxDelay = LongestRetry;
        options.Retry.NetworkTimeout = OneTry;
        foreach (var setup in setups)
            setup(options);
        return options;
    }

    private static TokenCredential Identity(StorageOptions storage) => storage switch
    {
        { Credential: null } => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = storage.ClientId }),
        { ClientId: { } client } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client)),
        _ => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
    };
}
