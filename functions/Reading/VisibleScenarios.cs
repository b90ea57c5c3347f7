using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

internal static class VisibleScenarios
{
    /// <exception cref="RefusedException">There is none, or it is on its way out.</exception>
    public static async Task<ScenarioRow> FindVisibleAsync(this ScenarioTable scenarios, Guid id, CancellationToken cancellation) =>
        await scenarios.FindAsync(id, cancellation) is { } row && !row.Status.IsGone()
            ? row
            : throw new RefusedException(Problems.NotFound("scenario"));
}
