using Microsoft.Azure.Functions.Worker;

namespace Parley.Local.Tests;

public static class EndlessFunction
{
    [Function("Endless")]
    public static async Task RunAsync([QueueTrigger("%Queue%")] string message, CancellationToken cancellation)
    {
        Console.WriteLine($"started {message}");
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}
