namespace Parley.Contracts.Checking;

/// <summary>The words that stand for the values of an enum on the wire.</summary>
internal sealed class Words<T>(params (string Word, T Value)[] pairs)
    where T : struct, Enum
{
    public IReadOnlyList<string> All { get; } = [.. pairs.Select(p => p.Word)];

    public string this[T value] => pairs.First(p => p.Value.Equals(value)).Word;

    public bool TryRead(string word, out T value)
    {
        var index = Array.FindIndex(pairs, p => p.Word == word);
        value = index < 0 ? default : pairs[index].Value;
        return index >= 0;
    }
}
