using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Parley.Functions.Storage;

/// <summary>Connection strings of storage accounts.</summary>
public static class ConnectionStrings
{
    /// <summary>True when the clients can read it; whether anybody is there shows later.</summary>
    public static bool IsReadable(string text)
    {
        try
        {
            _ = new TableServiceClient(text);
            _ = new QueueServiceClient(text);
            return true;
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
