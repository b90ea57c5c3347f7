using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Local;

/// <summary>Runs a queue or timer function once, on an instance and in a scope of its own.</summary>
internal sealed class Invoker(IServiceScopeFactory scopes)
{
    public async Task InvokeAsync(FunctionDefinition function, object trigger, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Class);
        object?[] arguments =
        [
            .. function.Method.GetParameters().Select(parameter => parameter == function.TriggerParameter ? trigger : cancellation),
        ];
        switch (function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null))
        {
            case Task task:
                await task;
                break;
            case ValueTask task:
                await task;
                break;
        }
    }
}
