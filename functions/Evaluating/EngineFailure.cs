using Parley.Engine;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>What a caller is told of an error in the engine: where in the question, and of what kind, but nothing of the code.</summary>
internal static class EngineFailure
{
    public static Failure Of(EngineFaultException fault) => new(
        "The evaluation failed",
        $"An error of Parley's own ({fault.InnerException?.GetType().Name}) broke off {fault.Where}. It is no fault of the scenario, and another "
        + "attempt with this version would end in the same way.");
}
