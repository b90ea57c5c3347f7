using Azure;

namespace Parley.Local;

/// <summary>What the storage client throws: a refusal, no answer in time, a connection that breaks in the middle of one, or several of them after its own retries.</summary>
internal static class StorageFault
{
    public static bool Is(Exception failure) => failure is RequestFailedException or TaskCanceledException or IOException or AggregateException;
}
