using Parley.Functions.Tests;
using Parley.Local;

[assembly: AssemblyFixture(typeof(SharedAzurite))]

namespace Parley.Functions.Tests;

/// <summary>One storage account for all tests; each has its own tables and queues in it.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartAsync();

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
