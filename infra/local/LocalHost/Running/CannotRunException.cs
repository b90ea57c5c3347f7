namespace Parley.Local;

/// <summary>Ends the program; the message is all that a person sees of it.</summary>
internal sealed class CannotRunException(ExitCode exitCode, string message, Exception? cause = null) : Exception(message, cause)
{
    public ExitCode ExitCode => exitCode;
}
