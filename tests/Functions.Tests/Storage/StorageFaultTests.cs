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
        { false, new AggregateException(new IOException(), new InvalidCastException()) },
        { false, new FileNotFoundException() },
        { false, new DirectoryNotFoundException() },
        { false, new InvalidDataException() },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_connection_that_breaks_is_storage_that_is_away_and_a_missing_file_is_not(bool isTransient, Exception fault) =>
        Assert.Equal(isTransient, StorageFault.IsTransient(fault, TestContext.Current.CancellationToken));
}
