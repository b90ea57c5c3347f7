namespace Parley.Local;

/// <summary>A scenario as it is sent: its bytes are the host's to judge.</summary>
internal sealed record ScenarioFile(string Path, byte[] Content)
{
    public static ScenarioFile Read(string path)
    {
        try
        {
            return new ScenarioFile(path, File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException(ExitCode.Unreadable, $"The scenario {path} cannot be read: {failure.Message}", failure);
        }
    }
}
