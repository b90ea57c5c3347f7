using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

internal static class GivingUp
{
    /// <summary>Why there is no use in another attempt, for whoever submitted it; null when the last one was only unlucky.</summary>
    /// <param name="noun">What it is.</param>
    public static string? ReasonToGiveUp(this ILeased row, EvaluationOptions options, string noun)
    {
        if (row.LastError.Length > 0)
            return OurFault(noun);
        // Attempts that began, not messages that failed: those fail in an outage too.
        return row.Claims >= options.Attempts
            ? $"None of {row.Claims} attempts came to an end; the {noun} may ask for more than a worker can give."
            : null;
    }

    /// <summary>The same of what was submitted: a worker that cannot read it does not get as far as to claim it.</summary>
    public static async Task<string?> ReasonToGiveUpAsync<TRow, TOutbox>(this SubmissionTable<TRow, TOutbox> table, Guid id, CancellationToken cancellation)
        where TRow : ISubmittedRow<TRow>
        where TOutbox : IOutboxRow<TOutbox> => await table.IsSubmissionReadableAsync(id, cancellation)
        ? null
        : $"What was submitted can no longer be read. This is a fault of Parley's, not of the {TRow.Noun}.";

    /// <param name="noun">What it is.</param>
    public static string OurFault(string noun) => $"An unexpected error ended the last attempt. This is a fault of Parley's, not of the {noun}.";
}
