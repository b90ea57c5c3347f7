using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Answering;

/// <summary>
/// How much one caller may ask for. Requests are counted in each process by itself, without a call of storage for each; what evaluations
/// cost, which is what is paid for, is counted over all processes.
/// </summary>
public sealed class CallerLimits(LimitsOptions limits, AllowanceTable table, TimeProvider time)
{
    private readonly Allowance requests = new(limits.RequestsPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly SharedAllowance cost = new(limits.CostPerHour, TimeSpan.FromHours(1), table, time);

    /// <exception cref="RefusedException">Too many requests.</exception>
    public void Enter(HttpRequest request, string caller)
    {
        if (requests.Use(caller, 1) is not var (_, wait))
            return;
        RetryAfter(request, wait);
        throw new RefusedException(Problems.Of(
            StatusCodes.Status429TooManyRequests, "Too many requests", $"A caller may make {limits.RequestsPerMinute} requests a minute."));
    }

    /// <summary>Charges for an evaluation before it is accepted, or for a comparison before it is made.</summary>
    /// <param name="evaluation">Draws × stakeholders × issues × analyses.</param>
    /// <exception cref="RefusedException">The caller's evaluations of this hour would cost too much.</exception>
    public async Task<Charge> ChargeAsync(Visit visit, double evaluation)
    {
        var (charge, exhaustion) = await cost.UseAsync(visit.Caller, (long)evaluation, visit.Deadline);
        if (charge is not null)
            return charge;
        RetryAfter(visit.Request, exhaustion!.Wait);
        throw new RefusedException(Problems.Of(
            StatusCodes.Status429TooManyRequests,
            "Too much to evaluate",
            string.Create(
                CultureInfo.InvariantCulture,
                $"What is asked for costs {evaluation:0} (draws × stakeholders × issues × analyses); {exhaustion.Taken} of the {limits.CostPerHour} that a caller may use in an hour are used or set aside. Ask for fewer draws or analyses, or wait.")));
    }

    /// <summary>True when a charge would be granted without a call of storage, by which something is set aside for this process that no other one can grant.</summary>
    public bool Covers(Visit visit, double evaluation) => cost.Covers(visit.Caller, (long)evaluation);

    /// <summary>Gives back what was charged for an evaluation that is not known to have been accepted: rather too little is counted than too much.</summary>
    public void GiveBack(Charge charge) => cost.GiveBack(charge);

    private static void RetryAfter(HttpRequest request, TimeSpan wait) =>
        request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
