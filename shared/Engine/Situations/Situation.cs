namespace Parley.Engine.Situations;

/// <summary>
/// A conflict of interests ready to be bargained over: what is at stake, for whom, what happens without a deal,
/// and what follows from one. Lists keep the order of the document; sums run in that order.
/// </summary>
/// <param name="AsOf">The day up to which the facts behind the judgements were seen.</param>
/// <param name="Sources">What the citations in the <c>source</c> members stand for.</param>
public sealed record Situation(
    string Id,
    string Title,
    string Summary,
    DateOnly AsOf,
    IReadOnlyList<Issue> Issues,
    IReadOnlyList<Stakeholder> Stakeholders,
    Baselines Baselines,
    IReadOnlyList<Assumption> Assumptions,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Link> Links,
    Measures Measures,
    IReadOnlyList<StabilityOption> Options,
    Hazard? Hazard,
    IReadOnlyList<SourceNote> Sources);

/// <summary>What a citation stands for.</summary>
/// <param name="Id">As cited, such as <c>claim:C7</c> or <c>fact:F12</c>.</param>
/// <param name="Status">How well it was checked, in a word: verified, weak, computed, memory, judgement.</param>
public sealed record SourceNote(string Id, string Text, string? Date, string? Url, string Status);
