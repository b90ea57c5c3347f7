using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>How rows of one kind are leased.</summary>
/// <param name="find">The row as it stands now; null when it is gone.</param>
/// <param name="change">Writes the row, on condition that nobody else has; null when somebody has.</param>
/// <param name="renewalFailed">Logs that a sign of life did not get through.</param>
/// <param name="releaseFailed">Logs that the claim could not be given back.</param>
public sealed class Leasing<TRow>(
    EvaluationOptions options,
    TimeProvider time,
    Func<TRow, CancellationToken, Task<TRow?>> find,
    Func<TRow, CancellationToken, Task<TRow?>> change,
    Action<TRow, Exception> renewalFailed,
    Action<TRow, Exception> releaseFailed)
    where TRow : class, ILeased<TRow>
{
    /// <summary>Claims an open row that nobody holds; null when somebody was faster.</summary>
    public async Task<Lease<TRow>?> TakeAsync(TRow row, CancellationToken cancellation)
    {
        var claim = row.Claimed(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), UntilFromNow());
        if (await change(claim, cancellation) is { } claimed)
            return new Lease<TRow>(claimed, this);
        // The conflict may be with our own write, when its answer was lost.
        return await find(claim, cancellation) is { } current && current.Owner == claim.Owner ? new Lease<TRow>(current, this) : null;
    }

    internal DateTimeOffset UntilFromNow() => time.GetUtcNow().AddSeconds(options.LeaseSeconds);

    internal PeriodicTimer Renewals() => new(TimeSpan.FromSeconds(options.RenewSeconds), time);

    internal Task<TRow?> FindAsync(TRow row, CancellationToken cancellation) => find(row, cancellation);

    internal Task<TRow?> ChangeAsync(TRow row, CancellationToken cancellation) => change(row, cancellation);

    internal void RenewalFailed(TRow row, Exception fault) => renewalFailed(row, fault);

    internal void ReleaseFailed(TRow row, Exception fault) => releaseFailed(row, fault);
}
