namespace Parley.Contracts.Tests;

/// <summary>What each claim of the essay becomes in the built-in situation, as JSON Pointers.</summary>
internal static class ShippedClaims
{
    public static TheoryData<string, string[]> Elements { get; } = new()
    {
        {
            "C1",
            [
                "/stakeholders/european-union", "/stakeholders/nato", "/stakeholders/baltic-states", "/stakeholders/poland",
                "/stakeholders/e3",
            ]
        },
        { "C2", ["/effects/alliance-cohesion", "/links/l01-format-cohesion"] },
        {
            "C3",
            [
                "/effects/spheres-of-influence", "/links/l02-territory-spheres", "/links/l03-neutrality-spheres",
                "/links/l04-format-spheres",
            ]
        },
        { "C4", ["/issues/format", "/effects/transatlantic-unity", "/links/l05-format-transatlantic"] },
        { "C5", [.. IdealAndSalience("russia", "alignment"), .. IdealAndSalience("russia", "territorial-control")] },
        { "C6", [RedLine("russia", "alignment"), RedLine("russia", "territorial-control")] },
        { "C7", [.. IdealAndSalience("united-states", "ceasefire"), "/stakeholders/united-states/exposures/effects/us-entanglement"] },
        {
            "C8",
            [
                "/stakeholders/united-states/interactions/territory-for-ceasefire",
                "/stakeholders/united-states/preferences/territorial-control/salience",
            ]
        },
        { "C9", ["/measures/subordination"] },
        { "C10", ["/stakeholders/united-states/profiles/earlier-policy"] },
        { "C11", ["/effects/nato-credibility", "/links/l06-format-nato", "/links/l07-low-us-nato"] },
        {
            "C12",
            [
                "/stakeholders/baltic-states", "/stakeholders/poland", "/effects/perceived-us-commitment",
                "/links/l08a-format-perceived",
            ]
        },
        { "C13", ["/effects/eastern-flank-spending", "/links/l09-commitment-spending", "/links/l09b-threat-spending"] },
        { "C14", ["/effects/strategic-autonomy", "/links/l10-commitment-autonomy"] },
        { "C15", ["/effects/euroscepticism", "/links/l11-format-euroscepticism", "/links/l12-distance-euroscepticism"] },
        { "C16", ["/effects/eu-unity", "/links/l13-format-eu-unity", "/links/l14-euroscepticism-eu-unity"] },
        {
            "C17",
            [
                "/issues/legal-status", "/issues/status-settlement", "/issues/minority-rights", "/effects/frozen-conflict",
                "/effects/recurrence-risk", "/hazard/factors/l15-status-left-open", "/hazard/factors/l16-minorities-left-open",
            ]
        },
        {
            "C18",
            [
                "/effects/regional-instability", "/effects/future-conflict-risk", "/links/l17-recurrence-instability",
                "/links/l18-recurrence-future",
            ]
        },
        { "C19", ["/stakeholders/ukrainian-public", RedLine("ukrainian-public", "territorial-control")] },
        {
            "C20",
            [
                "/effects/ukrainian-instability", "/links/l19a-control-instability", "/links/l19b-status-instability",
                "/links/l19a-control-instability/threshold/at", "/stakeholders/ukraine/exposures/effects/ukrainian-instability",
            ]
        },
        { "C21", ["/baselines/noDeal", "/baselines/noDeal/costs/ukraine", "/baselines/noDeal/costs/russia"] },
        { "C22", ["/assumptions/good-faith", "/stakeholders/ukraine", "/stakeholders/russia", "/stakeholders/united-states"] },
        { "C23", ["/hazard", "/hazard/factors/l21-good-faith"] },
        { "C24", ["/stakeholders/china", "/stakeholders/china/exposures/effects/regional-instability"] },
        { "C25", ["/stakeholders/china/exposures/outcomes/russia"] },
        { "C26", ["/issues/china-role", "/effects/chinese-influence", "/links/l27-china-role-influence"] },
        {
            "C27",
            [
                "/effects/global-balance-shift",
                .. new[] { "united-states", "russia", "china" }.Select(s => $"/stakeholders/{s}/exposures/effects/global-balance-shift"),
            ]
        },
        {
            "C28",
            [
                "/stakeholders/india", "/stakeholders/india/exposures/effects/global-balance-shift",
                "/stakeholders/india/preferences/sanctions/salience",
            ]
        },
        { "C29", ["/effects/de-escalation", "/links/l30a-ceasefire-deescalation", "/measures/outcomePair"] },
        { "C30", ["/effects/european-security", "/measures/outcomePair"] },
        {
            "C31",
            [
                "/hazard", "/hazard/factors/l15-status-left-open", "/hazard/factors/l16-minorities-left-open",
                "/links/l33-root-causes-recurrence",
            ]
        },
    };

    private static string[] IdealAndSalience(string stakeholder, string issue) =>
        [$"/stakeholders/{stakeholder}/preferences/{issue}/ideal", $"/stakeholders/{stakeholder}/preferences/{issue}/salience"];

    private static string RedLine(string stakeholder, string issue) => $"/stakeholders/{stakeholder}/preferences/{issue}/redLine";
}
