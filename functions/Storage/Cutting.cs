namespace Parley.Functions.Storage;

/// <summary>Texts of any length, for columns that hold some 32,000 characters.</summary>
internal static class Cutting
{
    private const string Mark = " … (cut off here)";

    /// <summary>The text, or as much of its beginning as fits, with a word that it was cut.</summary>
    /// <param name="most">Characters, the word included.</param>
    public static string CutTo(this string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - Mark.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Mark; // Half a character is none.
    }
}
