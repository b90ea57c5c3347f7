using System.Runtime.CompilerServices;

namespace Parley.Benchmarks.Simulating;

/// <summary>Something in a simulation that a process awaits. Its continuation is called by the simulation itself, on no other thread.</summary>
/// <param name="subscribe">Takes the continuation.</param>
public readonly struct Wait(Action<Action> subscribe) : INotifyCompletion
{
    public bool IsCompleted => false;

    public Wait GetAwaiter() => this;

    public void OnCompleted(Action continuation) => subscribe(continuation);

    public void GetResult()
    {
    }
}
