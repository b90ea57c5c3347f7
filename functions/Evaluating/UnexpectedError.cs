namespace Parley.Functions.Evaluating;

internal static class UnexpectedError
{
    private const int Longest = 1000;

    /// <summary>What is noted of an unexpected error, for administrators.</summary>
    public static string Note(Exception unexpected)
    {
        var error = $"{unexpected.GetType().Name}: {unexpected.Message}";
        return error.Length <= Longest ? error : error[..Longest];
    }
}
