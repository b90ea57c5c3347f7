using System.Globalization;
using Parley.Local;
using Parley.Local.Tests;

// "azurite": starts one, says its process id, and waits to be killed.
// "product" CONNECTION: runs the product, says its address, and waits to be killed; what it held is free again within seconds.
// CONNECTION QUEUE LEASE: runs a host whose only function says "started" and never ends.
if (args is ["azurite"])
{
    await using var azurite = await Azurite.StartAsync();
    Console.WriteLine(azurite.ProcessId);
    await Task.Delay(Timeout.Infinite);
    return;
}

if (args is ["product", var connection])
{
    await using var product = await FunctionHost.StartAsync(FunctionApp.Options(Product.Settings(connection)) with { Times = Product.Times });
    Console.WriteLine(product.Address);
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
