using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Local;

/// <summary>HTTP triggers as endpoints: the framework binds the parameters and writes what the method returns.</summary>
internal static class HttpFunctions
{
    public static void Map(IEndpointRouteBuilder endpoints, IEnumerable<FunctionDefinition> functions, string routePrefix)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is HttpTriggerAttribute trigger)
                Map(endpoints, function, trigger, routePrefix);
        }
    }

    private static void Map(
        IEndpointRouteBuilder endpoints, FunctionDefinition function, HttpTriggerAttribute trigger, string routePrefix)
    {
        var pattern = RoutePatternFactory.Parse($"{routePrefix}/{trigger.Route ?? function.Name}".TrimStart('/'));
        var binding = new RequestDelegateFactoryOptions
        {
            ServiceProvider = endpoints.ServiceProvider,
            RouteParameterNames = pattern.Parameters.Select(parameter => parameter.Name),
        };
        var construct = function.Method.IsStatic ? null : (Func<HttpContext, object>)(context => Construct(function, context));
        var run = RequestDelegateFactory.Create(function.Method, construct, binding).RequestDelegate;
        var endpoint = trigger.Methods.Count == 0
            ? endpoints.Map(pattern, run)
            : endpoints.MapMethods(pattern.RawText!, trigger.Methods, run);
        endpoint.WithDisplayName(function.Name).WithMetadata(new RequiredLevel(trigger.AuthLevel));
    }

    private static object Construct(FunctionDefinition function, HttpContext context) =>
        ActivatorUtilities.CreateInstance(context.RequestServices, function.Class);
}
