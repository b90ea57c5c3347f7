namespace Parley.Functions.Evaluating;

/// <summary>The scenario cannot be evaluated, now or later; the message says why to whoever submitted it.</summary>
public sealed class UnanswerableException : Exception
{
    public UnanswerableException()
    {
    }

    public UnanswerableException(string message)
        : base(message)
    {
    }

    public UnanswerableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
