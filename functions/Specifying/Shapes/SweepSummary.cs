using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>What a sweep comes to.</summary>
/// <param name="Front">Of a whole sweep.</param>
public sealed record SweepSummary(int Variants, IReadOnlyList<OutputSummary> Outputs, Keyed<StakeholderSummary> Stakeholders, Front? Front);

/// <param name="Boxes">Of a whole sweep.</param>
public sealed record OutputSummary(
    string Name, VariantOutput Output, double Mean, VariantValue Best, VariantValue Worst, double Failing, Either<VariantBoxes, Unanswered>? Boxes);

public sealed record StakeholderSummary(string Name, StakeholderRole Role, VariantValue Best, VariantValue Worst);

public sealed record VariantValue(int Variant, IReadOnlyList<double> Terms, double Value);

public sealed record VariantBoxes(int Searched, IReadOnlyList<VariantBox> Boxes, VariantBoxQuality? Together);

public sealed record VariantBox(IReadOnlyList<VariantBoxLimit> Limits, double Mass, double Coverage, double Density);

public sealed record VariantBoxLimit(string Issue, string Name, double? Low, double? High, double DensityWithout);

public sealed record VariantBoxQuality(double Mass, double Coverage, double Density);

public sealed record Front(int Count, IReadOnlyList<FrontVariant> Listed);

public sealed record FrontVariant(int Variant, IReadOnlyList<double> Terms, IReadOnlyList<double> Values);
