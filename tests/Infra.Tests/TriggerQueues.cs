using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Evaluating;
using Parley.Local;

namespace Parley.Infra.Tests;

/// <summary>The queues that functions listen to.</summary>
internal static class TriggerQueues
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. FunctionCatalog.In(typeof(EvaluateScenario).Assembly).Select(function => function.Trigger).OfType<QueueTriggerAttribute>()
            .Select(trigger => trigger.QueueName),
    ];
}
