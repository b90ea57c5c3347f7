namespace Parley.Local.Tests;

/// <summary>Holds functions up until the test lets them go.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Opened => open.Task;

    public void Open() => open.TrySetResult();
}
