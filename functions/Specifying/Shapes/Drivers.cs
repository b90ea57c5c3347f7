using System.Text.Json.Serialization;
namespace Parley.Functions.Specifying.Shapes;

/// <summary>What drives the outputs that a scenario names.</summary>
public sealed record Drivers(int Points, int Resamples, DriversWork Work, IReadOnlyList<Either<OutputDrivers, UnansweredOutput>> Outputs);

public sealed record DriversWork(long Evaluations, long RowsComputed, long RowsSaved);

public sealed record OutputDrivers(
    string Name,
    Output Output,
    Estimate Mean,
    Estimate Variance,
    int Inputs,
    int Reaching,
    SensitivityIndex FirstOrderSum,
    SensitivityIndex Interactions,
    IReadOnlyList<Driver> Largest,
    OtherDrivers Rest,
    IReadOnlyList<TornadoBar> Tornado,
    Either<Boxes, Unanswered> Boxes);

public sealed record UnansweredOutput(string Name, Output Output, string Reason);

public sealed record SensitivityIndex(double Value, double StandardError, double Low95, double High95, bool IsAboveZero);

public sealed record Driver(
    string Pointer, string Name, Either<double, Judgement>? Range, string? BesideFactor, SensitivityIndex First, SensitivityIndex Total);

public sealed record OtherDrivers(int Count, SensitivityIndex First, SensitivityIndex Total);

public sealed record TornadoBar(string Pointer, string Name, double? LowAt, double? HighAt, Estimate Low, Estimate High, Estimate Swing);

public sealed record Boxes(Estimate Share, int Searched, [property: JsonPropertyName("boxes")] IReadOnlyList<Box> Found, BoxQuality? Together);

public sealed record Box(IReadOnlyList<BoxLimit> Limits, BoxQuality Fresh, BoxQuality Found, IReadOnlyList<BoxStep> Trajectory);

public sealed record BoxLimit(string Pointer, string Name, double? Low, double? High, double DensityWithout, double PValue);

public sealed record BoxQuality(Estimate Mass, Estimate Coverage, Estimate Density);

public sealed record BoxStep(int Limits, double Mass, double Coverage, double Density, bool IsChosen);
