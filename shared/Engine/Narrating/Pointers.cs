namespace Parley.Engine.Narrating;

/// <summary>
/// Where things stand in an evaluation as it is written. The names are those of the wire format; a test in its own
/// project resolves every pointer of every sentence. Ids hold nothing that a pointer would have to escape.
/// </summary>
internal static class Pointers
{
    public const string Horizon = "/horizon";
    public const string ShortHorizon = "/shortHorizon";
    public const string Joint = "/acceptance/joint";

    /// <summary>The number of an estimate.</summary>
    public static string Value(string estimate) => $"{estimate}/value";

    public static string Impact(string stakeholder) => $"/impacts/{stakeholder}";

    public static string Contribution(string stakeholder, int place) => $"/impacts/{stakeholder}/noDeal/contributions/{place}";

    public static string Acceptance(string stakeholder) => $"/acceptance/stakeholders/{stakeholder}";

    public static string Blocking(string stakeholder, int place) => $"{Acceptance(stakeholder)}/blocking/{place}";

    public static string RedLine(string stakeholder, string issue) => $"{Acceptance(stakeholder)}/redLines/{issue}";

    public static string Effect(string effect) => $"/effects/{effect}";

    public static string Name(string of) => $"{of}/name";
}
