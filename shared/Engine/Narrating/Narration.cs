using Parley.Engine.Scenarios;

namespace Parley.Engine.Narrating;

/// <summary>An evaluation in plain sentences.</summary>
/// <param name="Note">How every sentence is meant; the same for all evaluations.</param>
/// <param name="Stakeholders">In situation order; null when neither impacts nor acceptance were asked for.</param>
/// <param name="Verdicts">One entry for every analysis that was asked for.</param>
public sealed record Narration(
    string Note, IReadOnlyList<StakeholderNarration>? Stakeholders, IReadOnlyList<VerdictNarration> Verdicts);

/// <summary>What a deal means for one stakeholder.</summary>
public sealed record StakeholderNarration(string Stakeholder, IReadOnlyList<Sentence> Sentences);

/// <summary>What an analysis found.</summary>
public sealed record VerdictNarration(Analysis Verdict, IReadOnlyList<Sentence> Sentences);

/// <summary>A sentence that says nothing but what stands in the report.</summary>
/// <param name="Figures">Every number in the text, in its order.</param>
/// <param name="Citations">
/// What the judgements behind the sentence cite, such as <c>claim:C7</c>: entries of the situation's sources, in the order
/// in which the sentence comes to them. Empty where nothing is cited.
/// </param>
public sealed record Sentence(string Text, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Citations);

/// <summary>A number in a sentence.</summary>
/// <param name="Words">As it stands in the text, rounded.</param>
/// <param name="Pointer">
/// JSON Pointer (RFC 6901) into the evaluation as it is written: to the number, or to the text that holds it, such as a name.
/// </param>
public sealed record Figure(string Words, string Pointer);
