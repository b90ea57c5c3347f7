using Parley.Engine.Evaluating;
using Parley.Engine.Situations;

namespace Parley.Engine.Sweeping;

/// <summary>What a sweep comes to.</summary>
/// <param name="Variants">Variants that it is about: all of them, or those evaluated so far.</param>
/// <param name="Outputs">In the sweep's order.</param>
/// <param name="Stakeholders">In the situation's order.</param>
/// <param name="Front">Null as long as some variants are missing.</param>
public sealed record SweepSummary(
    int Variants, IReadOnlyList<OutputSummary> Outputs, IReadOnlyList<StakeholderSummary> Stakeholders, ParetoSummary? Front);

/// <summary>One output over the variants.</summary>
/// <param name="Name">What it is in words, with its unit.</param>
/// <param name="Mean">Over the variants.</param>
/// <param name="Failing">Share of the variants that fail by it.</param>
/// <param name="Boxes">Where the failing variants lie, or why that was not looked for; null as long as some variants are missing.</param>
public sealed record OutputSummary(
    SweepOutput Output, string Name, double Mean, VariantValue Best, VariantValue Worst, double Failing, Answer<VariantBoxes>? Boxes);

/// <summary>The variants that are best and worst for one stakeholder, by its mean impact against no deal at the horizon.</summary>
public sealed record StakeholderSummary(string Stakeholder, string Name, StakeholderRole Role, VariantValue Best, VariantValue Worst);

/// <summary>A number of a variant.</summary>
/// <param name="Terms">Its varied terms, in the sweep's order.</param>
public sealed record VariantValue(int Variant, IReadOnlyList<double> Terms, double Value);

/// <summary>The variants that are not dominated: no other is at least as good by every output and better by one (Pareto).</summary>
/// <param name="Count">How many.</param>
/// <param name="Listed">All of them from the best to the worst by the first output, or as many as are told, evenly chosen among those.</param>
public sealed record ParetoSummary(int Count, IReadOnlyList<ParetoVariant> Listed);

/// <param name="Terms">Its varied terms, in the sweep's order.</param>
/// <param name="Values">Its outputs, in the sweep's order.</param>
public sealed record ParetoVariant(int Variant, IReadOnlyList<double> Terms, IReadOnlyList<double> Values);

/// <summary>Boxes of terms in which an output fails often. Every share is counted over all variants of the sweep.</summary>
/// <param name="Searched">Variants among which the boxes were searched.</param>
/// <param name="Boxes">Each found among the variants outside of those before.</param>
/// <param name="Together">All boxes as one; null where there is one or none.</param>
public sealed record VariantBoxes(int Searched, IReadOnlyList<VariantBox> Boxes, VariantBoxQuality? Together);

/// <summary>One box.</summary>
/// <param name="Limits">It holds where all of them hold.</param>
public sealed record VariantBox(IReadOnlyList<VariantBoxLimit> Limits, VariantBoxQuality Quality);

/// <summary>What a box asks of one term.</summary>
/// <param name="Low">Null for no lower limit.</param>
/// <param name="High">Null for no upper limit.</param>
/// <param name="DensityWithout">Density of the box without this limit.</param>
public sealed record VariantBoxLimit(string Issue, string Name, double? Low, double? High, double DensityWithout);

/// <summary>How good boxes are (Bryant &amp; Lempert 2010).</summary>
/// <param name="Mass">Share of the variants that lie inside.</param>
/// <param name="Coverage">Share of the failing variants that lie inside.</param>
/// <param name="Density">Share of those inside that fail.</param>
public sealed record VariantBoxQuality(double Mass, double Coverage, double Density);
