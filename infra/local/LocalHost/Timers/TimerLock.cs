using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Parley.Local;

/// <summary>The right to run one timer: a lease on a blob, which one host at a time can hold.</summary>
internal sealed class TimerLock(BlobContainerClient container, string hostId, string function, TimeSpan duration)
{
    private readonly BlobClient blob = container.GetBlobClient($"locks/{hostId}/{function}");

    /// <summary>The lease, or null while another host has it.</summary>
    public async Task<BlobLeaseClient?> TryAcquireAsync(CancellationToken cancellation)
    {
        await CreateBlobAsync(cancellation);
        var lease = blob.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(duration, cancellationToken: cancellation);
            return lease;
        }
        catch (RequestFailedException held) when (held.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return null;
        }
    }

    private async Task CreateBlobAsync(CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await blob.UploadAsync(BinaryData.Empty, onlyNew, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // There it is.
        }
    }
}
