namespace Parley.Functions.Answering;

/// <summary>What a parameter may be, in the words that answers have for it; a caller may write them in letters of either case.</summary>
public sealed class Choice<T>(Func<T, string> word, params IEnumerable<T> values)
    where T : struct, Enum
{
    private readonly T[] values = [.. values];

    public IReadOnlyList<string> Words => [.. values.Select(word)];

    public T? Find(string text) =>
        values.Where(value => word(value).Equals(text, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault();

    /// <summary>Null for none.</summary>
    public string? Word(T? value) => value is { } chosen ? word(chosen) : null;
}
