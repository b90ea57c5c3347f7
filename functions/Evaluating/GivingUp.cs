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
            return $"An unexpected error ended the last attempt. This is a fault of Parley's, not of the {noun}.";
        // Attempts that began, not messages that failed: those fail in an outage too.
        return row.Claims >= options.Attempts
            ? $"None of {row.Claims} attempts came to an end; the {noun} may ask for more than a worker can give."
            : null;
    }
}
