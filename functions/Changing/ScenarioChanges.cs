using Parley.Functions.Answering;
using Parley.Functions.Reading;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

public sealed class ScenarioChanges(ScenarioTable scenarios) : Changes<ScenarioRow, OutboxRow>(scenarios)
{
    protected override Task RequireMatchAsync(Visit visit, ScenarioRow row)
    {
        // That a result has grown stale is no change of state.
        visit.Request.RequireMatch(ScenarioRow.Noun, StatusAnswer.ETagOf(row, stale: null), StatusAnswer.StateIn);
        return Task.CompletedTask;
    }
}
