using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

internal static class UnexpectedError
{
    private const int Longest = 1000;

    /// <summary>What is noted of an unexpected error, for administrators. What storage said in full stands in the log: it names its rows.</summary>
    public static string Note(Exception unexpected) =>
        StorageFault.RefusalIn(unexpected) ?? $"{unexpected.GetType().Name}: {unexpected.Message}".CutTo(Longest);
}
