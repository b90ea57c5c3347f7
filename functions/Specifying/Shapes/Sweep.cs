namespace Parley.Functions.Specifying.Shapes;

/// <summary>Many variants of one scenario.</summary>
public sealed record Sweep(
    int SchemaVersion,
    string Title,
    Scenario Base,
    Keyed<Either<IReadOnlyList<double>, VariedRange>> Vary,
    Design? Design,
    int? Draws,
    IReadOnlyList<VariantOutput>? Outputs);

public sealed record VariedRange(double Low, double High, int? Steps);

[ExactlyOne("grid", "latinHypercube")]
public sealed record Design(bool? Grid, LatinHypercube? LatinHypercube);

public sealed record LatinHypercube(int Size, long? Seed);
