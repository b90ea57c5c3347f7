using Parley.Local.Tests;

[assembly: AssemblyFixture(typeof(SharedAzurite))]

namespace Parley.Local.Tests;

/// <summary>One Azurite for all tests; each test keeps to names of its own.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartAsync(cancellation: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
