using Microsoft.Extensions.Hosting;

namespace Parley.Local;

/// <summary>Leaves SIGTERM and Ctrl-C to whoever starts the host, which may be a test run.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
