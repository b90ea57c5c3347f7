namespace Parley.Contracts;

/// <summary>What came of reading a document.</summary>
/// <param name="Value">Null exactly when there are problems.</param>
/// <param name="Problems">In the order of the document, a missing member where its object begins; at most <see cref="MaxProblems"/>, then one that counts the others.</param>
public sealed record Reading<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    public const int MaxProblems = 200;
}
