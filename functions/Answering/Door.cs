using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Answering;

/// <summary>Every request comes in here: a caller where one is required, an answer in time when storage is away.</summary>
public sealed class Door(AccessOptions access, LimitsOptions limits, CallerLimits callers, TimeProvider time, ILogger<Door> log)
{
    private const string Principal = "X-MS-CLIENT-PRINCIPAL-ID";

    /// <param name="mindsQuery">True where the answer sees to the query; else a query that says anything is refused.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, Func<Visit, Task<IResult>> answer, bool mindsQuery = false) =>
        Caller(request) is { } caller ? await AnswerAsync(request, caller, visit => EnterAsync(visit, answer, mindsQuery)) : Problems.NoCaller.Protected(request);

    /// <summary>For functions of level Admin: the host has asked for its key, and whoever holds that is no caller of the product.</summary>
    public Task<IResult> AnswerAdminAsync(HttpRequest request, Func<Visit, Task<IResult>> answer, bool mindsQuery = false) =>
        AnswerAsync(request, "", visit => AnswerQuestionAsync(visit, answer, mindsQuery));

    private async Task<IResult> AnswerAsync(HttpRequest request, string caller, Func<Visit, Task<IResult>> answer) =>
        (await AnswerOrRefuseAsync(request, caller, answer)).Protected(request);

    private Task<IResult> EnterAsync(Visit visit, Func<Visit, Task<IResult>> answer, bool mindsQuery)
    {
        callers.Enter(visit.Request, visit.Caller);
        return AnswerQuestionAsync(visit, answer, mindsQuery);
    }

    private static Task<IResult> AnswerQuestionAsync(Visit visit, Func<Visit, Task<IResult>> answer, bool mindsQuery)
    {
        if (!mindsQuery)
            _ = new Question(visit.Request.Query).Understood(visit);
        return answer(visit);
    }

    private async Task<IResult> AnswerOrRefuseAsync(HttpRequest request, string caller, Func<Visit, Task<IResult>> answer)
    {
        using var visit = new Visit(request, caller, TimeSpan.FromSeconds(limits.AnswerSeconds), time);
        try
        {
            return await answer(visit);
        }
        catch (RefusedException refused)
        {
            if (refused.Answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status503ServiceUnavailable })
                request.HttpContext.Response.Headers.RetryAfter = "2";
            return refused.Answer;
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            if (StorageFault.IsRefusal(fault))
                log.StorageLetsNobodyIn(request.Path, fault);
            else
                log.StorageAway(request.Path, fault);
            request.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.Away;
        }
    }

    // Anybody can send the header to an app that has no authentication in front.
    private string? Caller(HttpRequest request)
    {
        if (!access.RequireCaller)
            return $"{request.HttpContext.Connection.RemoteIpAddress}";
        return request.Headers[Principal] is [{ Length: > 0 } principal] ? principal : null;
    }
}

internal static partial class DoorLog
{
    [LoggerMessage(LogLevel.Information, "Storage is away, {Path} was answered with 503.")]
    public static partial void StorageAway(this ILogger log, PathString path, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Storage lets nobody in, {Path} was answered with 503: a role or a key is missing.")]
    public static partial void StorageLetsNobodyIn(this ILogger log, PathString path, Exception fault);
}
