namespace Parley.Engine.Narrating;

/// <summary>
/// Words for a probability, by the scale of Intelligence Community Directive 203, Analytic Standards (2015): almost no chance to
/// 5 %, very unlikely to 20 %, unlikely to 45 %, roughly even chance to 55 %, likely to 80 %, very likely to 95 %, almost
/// certain above. What lies on a bound gets the word farther from even, so that both directions are treated alike.
/// </summary>
internal static class Likelihood
{
    /// <summary>The head of a sentence that goes on with what may happen: "It is likely that".</summary>
    public static string ItIs(double probability) => Percent(probability) switch
    {
        < 5 => "There is almost no chance that",
        <= 20 => "It is very unlikely that",
        < 45 => "It is unlikely that",
        <= 55 => "There is a roughly even chance that",
        < 80 => "It is likely that",
        <= 95 => "It is very likely that",
        _ => "It is almost certain that",
    };

    /// <summary>The same within a sentence that has begun: "it is likely that".</summary>
    public static string SoIs(double probability)
    {
        var head = ItIs(probability);
        return char.ToLowerInvariant(head[0]) + head[1..];
    }

    /// <summary>What is said of something that may happen: "is likely".</summary>
    public static string Is(double probability) => Percent(probability) switch
    {
        < 5 => "has almost no chance",
        <= 20 => "is very unlikely",
        < 45 => "is unlikely",
        <= 55 => "has a roughly even chance",
        < 80 => "is likely",
        <= 95 => "is very likely",
        _ => "is almost certain",
    };

    /// <summary>The number that is printed, so that word and number never disagree.</summary>
    private static double Percent(double probability) => Rounded.IsExtreme(probability) ? probability * 100 : Rounded.Percent(probability);
}
