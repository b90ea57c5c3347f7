namespace Parley.Functions.Specifying.Shapes;

/// <summary>The rest of a report in sentences.</summary>
public sealed record Narration(string Note, Keyed<IReadOnlyList<Sentence>>? Stakeholders, Verdicts Verdicts);

public sealed record Verdicts(
    IReadOnlyList<Sentence>? Impacts,
    IReadOnlyList<Sentence>? Acceptance,
    IReadOnlyList<Sentence>? Effects,
    IReadOnlyList<Sentence>? Durability,
    IReadOnlyList<Sentence>? Measures,
    IReadOnlyList<Sentence>? Stability,
    IReadOnlyList<Sentence>? Bargaining,
    IReadOnlyList<Sentence>? Drivers,
    IReadOnlyList<Sentence>? CounterOffers);

public sealed record Sentence(string Text, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Citations);

public sealed record Figure(string Words, string Pointer);
