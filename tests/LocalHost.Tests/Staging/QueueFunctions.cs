using Microsoft.Azure.Functions.Worker;

namespace Parley.Local.Tests;

public sealed class QueueFunctions(Script script)
{
    [Function("Take")]
    public Task TakeAsync([QueueTrigger("%Queue%")] string message, CancellationToken cancellation) => script.RunAsync(message, cancellation);
}
