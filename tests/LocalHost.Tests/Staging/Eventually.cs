using System.Runtime.CompilerServices;

namespace Parley.Local.Tests;

internal static class Eventually
{
    // Long enough for a machine that is busy with something else; reached only by a test that fails.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static Task HoldsAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        HoldsAsync(() => Task.FromResult(condition()), text);

    public static async Task HoldsAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Deadline, $"Not within {Deadline.TotalSeconds} s: {text}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
