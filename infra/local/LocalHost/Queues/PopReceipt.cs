using Azure;
using Azure.Storage.Queues.Models;

namespace Parley.Local;

internal static class PopReceipt
{
    /// <summary>The message has gone, or somebody else has received it since.</summary>
    public static bool IsStale(RequestFailedException failure) =>
        failure.Status == 404 || failure.ErrorCode == QueueErrorCode.PopReceiptMismatch.ToString();
}
