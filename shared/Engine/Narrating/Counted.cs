namespace Parley.Engine.Narrating;

/// <summary>Small counts in words, since no place in the report holds them as numbers.</summary>
internal static class Counted
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <param name="number">Not negative.</param>
    public static string Of(int number) => number < Numbers.Length ? Numbers[number] : "more than twelve";
}
