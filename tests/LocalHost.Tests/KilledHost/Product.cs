namespace Parley.Local.Tests;

/// <summary>The product with short leases, so that a test has not to wait for minutes when somebody holding one is gone.</summary>
public static class Product
{
    public static HostTimes Times { get; } = new() { MessageLease = TimeSpan.FromSeconds(3) };

    public static IEnumerable<KeyValuePair<string, string?>> Settings(string connection) =>
    [
        new("AzureWebJobsStorage", connection),
        new("Evaluation:LeaseSeconds", "2"),
        new("Evaluation:RenewSeconds", "1"),
    ];
}
