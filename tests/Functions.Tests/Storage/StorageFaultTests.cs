using Azure;
using Parley.Functions.Storage;

namespace Parley.Functions.Tests.Storage;

public sealed class StorageFaultTests
{
    public static TheoryData<bool, Exception> Faults => new()
    {
        { true, new IOException("The response ended prematurely.") },
        { true, new HttpIOException(HttpRequestError.ResponseEnded) },
        { true, new AggregateException(new IOException(), new RequestFailedException(503, "busy"), new TaskCanceledException()) },
        { true, new RequestFailedException(403, "No role yet") },
        { true, new RequestFailedException(401, "No token that counts") },
        { false, new RequestFailedException(400, "Never well said") },
        { false, new AggregateException(new IOException(), new InvalidCastException()) },
        { false, new FileNotFoundException() },
        { false, new DirectoryNotFoundException() },
        { false, new InvalidDataException() },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_connection_that_breaks_is_storage_that_is_away_and_a_missing_file_is_not(bool isTransient, Exception fault) =>
        Assert.Equal(isTransient, StorageFault.IsTransient(fault, TestContext.Current.CancellationToken));

    [Fact]
    public void What_storage_refused_is_told_by_its_status_also_where_its_client_has_tried_more_than_once()
    {
        var refused = new RequestFailedException(413, "The row s|1 of RequestId:7", "RequestBodyTooLarge", null);

        Assert.Equal("Storage refused it with 413 RequestBodyTooLarge.", StorageFault.RefusalIn(refused));
        Assert.Equal(StorageFault.RefusalIn(refused), StorageFault.RefusalIn(new AggregateException(new IOException(), refused)));
        Assert.Null(StorageFault.RefusalIn(new InvalidCastException()));
    }
}
