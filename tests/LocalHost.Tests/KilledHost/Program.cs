using System.Globalization;
using Parley.Local;
using Parley.Local.Tests;

// "azurite": starts one, says its process id, and waits to be killed.
// CONNECTION QUEUE LEASE: runs a host whose only function says "started" and never ends.
if (args is ["azurite"])
{
    await using var azurite = await Azurite.StartAsync();
    Console.WriteLine(azurite.ProcessId);
    await Task.Delay(Timeout.Infinite);
    return;
}

await using var host = await FunctionHost.StartAsync(new FunctionHostOptions
{
    Functions = FunctionCatalog.In(typeof(EndlessFunction)),
    Settings = [new("AzureWebJobsStorage", args[0]), new("Queue", args[1])],
    Times = new HostTimes { MessageLease = TimeSpan.Parse(args[2], CultureInfo.InvariantCulture) },
});
await Task.Delay(Timeout.Infinite);
