namespace Parley.Functions.Storage;

/// <summary>A row that Table storage in Azure would refuse, and an emulator perhaps not; trying again changes nothing.</summary>
public sealed class RowTooLargeException : Exception
{
    public RowTooLargeException()
    {
    }

    public RowTooLargeException(string message)
        : base(message)
    {
    }

    public RowTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
