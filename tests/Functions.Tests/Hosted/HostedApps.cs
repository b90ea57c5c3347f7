namespace Parley.Functions.Tests.Hosted;

/// <summary>One app for the tests of a class, none of which minds what the others leave behind.</summary>
public sealed class HostedApps : IAsyncLifetime
{
    private Task<HostedApp>? app;

    public Task<HostedApp> StartAsync() => app ??= HostedApp.StartAsync();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await (await app).DisposeAsync();
    }
}
