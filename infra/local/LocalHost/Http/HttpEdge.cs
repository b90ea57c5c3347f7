using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>What surrounds every HTTP function: nothing else answers, pages from elsewhere are refused, keys are asked for, a crash shows nothing.</summary>
internal sealed partial class HttpEdge(RequestDelegate next, LocalKeys? keys, ILogger<FunctionHost> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Routing's own answer to a wrong verb, 405, is an endpoint without a level.
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredLevel>() is not { } required)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (ForeignPages.IsFrom(context.Request))
        {
            LogForeign(context.Request.Method, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (KeyCheck.Refusal(context.Request, required.Level, keys) is { } refusal)
        {
            context.Response.StatusCode = refusal;
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer to.
        }
        catch (Exception failure) when (!context.Response.HasStarted) // The edge of an invocation: functions may throw anything.
        {
            LogCrash(context.GetEndpoint()?.DisplayName, failure);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void LogCrash(string? function, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused to a page from elsewhere: {Method} {Path}")]
    private partial void LogForeign(string method, PathString path);
}
