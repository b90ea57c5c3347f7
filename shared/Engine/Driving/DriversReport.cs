using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Driving;

/// <summary>What drives chosen outputs: how much of their variance comes from which judgement, and where their cases lie.</summary>
/// <param name="Points">Points of the sample, N.</param>
/// <param name="Resamples">Bootstrap resamples behind every interval.</param>
/// <param name="Work">What it took.</param>
public sealed record DriversReport(int Points, int Resamples, DrivingWork Work, IReadOnlyList<OutputDrivers> Outputs);

/// <summary>What an analysis took.</summary>
/// <param name="Evaluations">Evaluations of the outputs, whole or in part.</param>
/// <param name="RowsComputed">Rows of numbers computed for each point of the sample.</param>
/// <param name="RowsSaved">Rows that would have been computed as well if every evaluation were whole.</param>
public sealed record DrivingWork(long Evaluations, long RowsComputed, long RowsSaved);

/// <summary>What drives one output.</summary>
/// <param name="Name">What it is in words, with its unit.</param>
/// <param name="Drivers">Or why there is nothing to tell.</param>
public sealed record OutputDrivers(Output Output, string Name, Answer<Drivers> Drivers);

/// <summary>Sensitivity of an output to the independent inputs.</summary>
/// <param name="Mean">Of the output.</param>
/// <param name="Variance">Of the output.</param>
/// <param name="Inputs">Independent inputs of the sample.</param>
/// <param name="Reaching">Those on which the output can depend at all; the indices of all others are 0.</param>
/// <param name="FirstOrderSum">Share of the variance that the inputs explain one by one.</param>
/// <param name="Interactions">The rest of it, which comes from inputs acting together.</param>
/// <param name="Largest">The inputs with the largest total indices, largest first.</param>
/// <param name="Rest">The other inputs that reach the output, together.</param>
/// <param name="Tornado">The inputs that move the mean most, largest swing first.</param>
/// <param name="Boxes">Where the cases of interest lie, or why no box was searched for.</param>
public sealed record Drivers(
    Estimate Mean,
    Estimate Variance,
    int Inputs,
    int Reaching,
    IndexEstimate FirstOrderSum,
    IndexEstimate Interactions,
    IReadOnlyList<InputIndices> Largest,
    RestIndices Rest,
    IReadOnlyList<TornadoBar> Tornado,
    Answer<BoxesReport> Boxes);

/// <summary>A sensitivity index or a sum of some, with its error from the bootstrap.</summary>
/// <param name="Value">As estimated: may lie below 0 by chance where the true one does not.</param>
/// <param name="Low95">2.5 % quantile of the resamples.</param>
/// <param name="High95">97.5 % quantile of the resamples.</param>
public readonly record struct IndexEstimate(double Value, double StandardError, double Low95, double High95)
{
    /// <summary>False where the interval holds 0: then the index cannot be told from 0.</summary>
    public bool IsAboveZero => Low95 > 0;
}

/// <summary>An independent input in words.</summary>
/// <param name="Pointer">Where the judgement stands, in the situation or, from <c>/terms</c> on, in the scenario; <c>/factors/…</c> for a shared factor.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="Range">Null for a shared factor, which is a standard normal score, and for a choice among sets of preferences.</param>
/// <param name="BesideFactor">The shared factor that moves the judgement too, and which is an input of its own; null for none.</param>
public sealed record InputDescription(string Pointer, string Name, TriangularRange? Range, string? BesideFactor)
{
    /// <summary>True for the uniform number that chooses among a stakeholder's probable sets of preferences.</summary>
    public bool IsChoice => Range is null && Pointer.EndsWith("/profiles", StringComparison.Ordinal);
}

/// <summary>The indices of one input.</summary>
/// <param name="First">Share of the variance that would go if only this input were known.</param>
/// <param name="Total">Share of the variance that would stay if everything else were known.</param>
public sealed record InputIndices(InputDescription Input, IndexEstimate First, IndexEstimate Total);

/// <summary>The indices of several inputs added up.</summary>
public sealed record RestIndices(int Count, IndexEstimate First, IndexEstimate Total);

/// <summary>How far one input moves the mean of an output while everything else varies.</summary>
/// <param name="LowAt">The input's 10 % quantile in its own unit; null where that depends on a shared factor, and for a choice.</param>
/// <param name="HighAt">The input's 90 % quantile.</param>
/// <param name="Low">Mean of the output with the input at its 10 % quantile.</param>
/// <param name="High">Mean of the output with the input at its 90 % quantile.</param>
/// <param name="Swing">High minus low, on the same draws of everything else.</param>
public sealed record TornadoBar(InputDescription Input, double? LowAt, double? HighAt, Estimate Low, Estimate High, Estimate Swing);

/// <summary>Boxes of judgements in which the cases of interest are frequent.</summary>
/// <param name="Cases">Which draws are the cases.</param>
/// <param name="Share">Share of cases among the fresh draws.</param>
/// <param name="Searched">Inputs that the search could restrict: those with the largest total indices.</param>
/// <param name="Together">All boxes as one.</param>
public sealed record BoxesReport(
    CasesOfInterest Cases, Estimate Share, int Searched, IReadOnlyList<BoxReport> Boxes, BoxQuality? Together);

/// <summary>A box, found on one sample and judged on a fresh one.</summary>
/// <param name="Fresh">On the fresh sample.</param>
/// <param name="Found">On the sample in which it was found; better than it is, since it was chosen there.</param>
/// <param name="Trajectory">The way from all draws to the box that was peeled furthest, on the sample of the search; a selection.</param>
public sealed record BoxReport(
    IReadOnlyList<BoxLimit> Limits, BoxQuality Fresh, BoxQuality Found, IReadOnlyList<TrajectoryStep> Trajectory);

/// <summary>How good boxes are (Bryant &amp; Lempert 2010).</summary>
/// <param name="Mass">Share of all draws that lie in the box.</param>
/// <param name="Coverage">Share of the cases that lie in the box.</param>
/// <param name="Density">Share of the box's draws that are cases.</param>
public sealed record BoxQuality(Estimate Mass, Estimate Coverage, Estimate Density);

/// <summary>What a box asks of one input, in its own unit.</summary>
/// <param name="Low">Null for no lower limit.</param>
/// <param name="High">Null for no upper limit.</param>
/// <param name="DensityWithout">Density of the box without this limit, on the fresh sample.</param>
/// <param name="PValue">
/// Quasi-p value: how likely at least as many cases would be among the box's fresh draws if this limit did not matter.
/// </param>
public sealed record BoxLimit(InputDescription Input, double? Low, double? High, double DensityWithout, double PValue);

/// <summary>A step of the peeling.</summary>
/// <param name="Limits">Inputs restricted so far.</param>
/// <param name="IsChosen">True for the step from which the box was made.</param>
public sealed record TrajectoryStep(int Limits, double Mass, double Coverage, double Density, bool IsChosen);
