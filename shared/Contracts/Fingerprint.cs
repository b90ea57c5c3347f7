using System.Security.Cryptography;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>
/// Names a document by what it says: lower-case hexadecimal SHA-256 of its canonical bytes, so that white space, the order
/// of members and the spelling of numbers make no difference.
/// </summary>
public static class Fingerprint
{
    /// <summary>
    /// Terms, profiles and overrides are sorted first. A member that is absent counts as its default written out.
    /// Titles, summaries and notes count: an answer carries them.
    /// </summary>
    public static string Of(Scenario scenario) => Of(CanonicalJson.Of(scenario with
    {
        Terms = [.. scenario.Terms.OrderBy(t => t.Issue, StringComparer.Ordinal)],
        Profiles = [.. scenario.Profiles.OrderBy(p => p.Stakeholder, StringComparer.Ordinal)],
        Overrides = [.. scenario.Overrides.OrderBy(o => o.Pointer, StringComparer.Ordinal)],
        Analyses = [.. scenario.Analyses.Order()],
    }));

    /// <summary>The order of things keyed by id counts: sums run in it, and results show it.</summary>
    public static string Of(Situation situation) => Of(CanonicalJson.Of(situation));

    private static string Of(byte[] canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));
}
