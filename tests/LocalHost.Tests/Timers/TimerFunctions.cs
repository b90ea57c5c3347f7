using Microsoft.Azure.Functions.Worker;

namespace Parley.Local.Tests;

public sealed class TimerFunctions(Script script)
{
    [Function("Tick")]
    public Task TickAsync([TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken cancellation) =>
        script.RunAsync($"next {timer.ScheduleStatus?.Next:HH:mm:ss}", cancellation);
}
