namespace Parley.Engine;

/// <summary>An error of the engine's own, not of the documents. It is brought about by the same documents every time.</summary>
public sealed class EngineFaultException : Exception
{
    public EngineFaultException()
    {
    }

    public EngineFaultException(string message)
        : base(message)
    {
    }

    public EngineFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What the engine was at, as an answer may say it: "the analysis drivers".</summary>
    public string Where { get; init; } = "";

    /// <summary>Does a part of the work, and says which one it was when that breaks off.</summary>
    /// <exception cref="EngineFaultException">It broke off.</exception>
    internal static T Locate<T>(string where, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException or EngineFaultException))
        {
            // Threads put their errors into a collection.
            var first = fault is AggregateException several ? several.Flatten().InnerExceptions[0] : fault;
            throw new EngineFaultException($"{where} broke off: {first.Message}", first) { Where = where };
        }
    }
}
