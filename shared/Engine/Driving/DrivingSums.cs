namespace Parley.Engine.Driving;

/// <summary>What a whole sample leaves behind, for each output that the situation gives; chunks write to places of their own.</summary>
internal sealed class DrivingSums
{
    /// <param name="centres">A number near the mean of each output.</param>
    public DrivingSums(DrivingPlan plan, IReadOnlyList<double> centres)
    {
        Sobol = [.. centres.Select(centre => new SobolSums(plan.Inputs.Count, centre))];
        Tornado = [.. centres.Select(_ => new TornadoSums(
            plan.Inputs.Count, plan.TornadoChunks * plan.Sample.BlocksPerChunk, plan.Sample.PointsPerBlock))];
        A = [.. centres.Select(_ => new double[plan.Sample.Points])];
        B = [.. centres.Select(_ => new double[plan.Sample.Points])];
    }

    public IReadOnlyList<SobolSums> Sobol { get; }

    public IReadOnlyList<TornadoSums> Tornado { get; }

    /// <summary>Outputs of sample A.</summary>
    public double[][] A { get; }

    /// <summary>Outputs of sample B.</summary>
    public double[][] B { get; }
}
