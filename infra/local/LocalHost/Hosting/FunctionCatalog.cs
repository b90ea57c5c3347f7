using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Parley.Local;

/// <summary>Finds functions: public methods with <c>[Function]</c>, static ones included.</summary>
public static class FunctionCatalog
{
    public static IReadOnlyList<FunctionDefinition> In(Assembly assembly) => In(assembly.GetTypes());

    public static IReadOnlyList<FunctionDefinition> In(params IEnumerable<Type> classes)
    {
        FunctionDefinition[] functions = [.. classes.SelectMany(In)];
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? functions : throw new InvalidOperationException($"More than one function is named {twice.Key}.");
    }

    private static IEnumerable<FunctionDefinition> In(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select Define(function.Name, type, method);

    private static FunctionDefinition Define(string name, Type type, MethodInfo method)
    {
        var triggers =
            from parameter in method.GetParameters()
            from attribute in parameter.GetCustomAttributes()
            where attribute is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute
            select new FunctionDefinition(name, type, method, parameter, attribute);

        if (triggers.ToArray() is not [var definition])
            throw new InvalidOperationException($"The function {name} needs exactly one trigger.");
        if (Problem(definition) is { } problem)
            throw new InvalidOperationException($"The function {name} {problem}.");
        return definition;
    }

    private static string? Problem(FunctionDefinition function) => function.Trigger switch
    {
        HttpTriggerAttribute { AuthLevel: AuthorizationLevel.User } => "asks for the level User, which the genuine host does not have",
        QueueTriggerAttribute when function.TriggerParameter.ParameterType != typeof(string) => "must take its message as a string",
        TimerTriggerAttribute when function.TriggerParameter.ParameterType != typeof(TimerInfo) => "must take its timer as TimerInfo",
        QueueTriggerAttribute or TimerTriggerAttribute when function.Method.GetParameters().Any(parameter =>
            parameter != function.TriggerParameter && parameter.ParameterType != typeof(CancellationToken)) =>
            "may take its trigger and a CancellationToken, nothing else",
        _ => null,
    };
}
