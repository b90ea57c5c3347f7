using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>Ends a request with a refusal, from wherever in reading it that turned out; the door answers with it.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(IResult answer) => Answer = answer;

    public RefusedException()
    {
    }

    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public IResult Answer { get; } = Problems.Away;
}
