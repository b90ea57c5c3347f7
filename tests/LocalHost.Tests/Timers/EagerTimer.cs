using Microsoft.Azure.Functions.Worker;

namespace Parley.Local.Tests;

public sealed class EagerTimer(Script script)
{
    [Function("Eager")]
    public Task RunAsync([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) =>
        script.RunAsync($"past due: {timer.IsPastDue}", cancellation);
}
