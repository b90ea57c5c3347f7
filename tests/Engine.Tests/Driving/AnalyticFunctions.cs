namespace Parley.Engine.Tests.Driving;

/// <summary>
/// Functions of uniform inputs whose indices are known in closed form (Saltelli et al. 2008, Global Sensitivity Analysis,
/// chapter 4; numbers recomputed independently).
/// </summary>
internal sealed record AnalyticFunction(string Name, Func<double[], double> Of, double[] First, double[] Total)
{
    /// <summary>Ishigami &amp; Homma 1990: sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on (−π, π).</summary>
    public static AnalyticFunction Ishigami { get; } = new(
        "Ishigami",
        u => Math.Sin(Angle(u[0])) + (7 * Math.Pow(Math.Sin(Angle(u[1])), 2)) + (0.1 * Math.Pow(Angle(u[2]), 4) * Math.Sin(Angle(u[0]))),
        [0.31390519114781146, 0.4424111447900409, 0],
        [0.5575888552099592, 0.4424111447900409, 0.24368366406214773]);

    /// <summary>Sobol' g (Saltelli &amp; Sobol' 1995).</summary>
    public static AnalyticFunction SobolG { get; } = new(
        "Sobol' g",
        u => u.Select((x, i) => (Math.Abs((4 * x) - 2) + Slack(i)) / (1 + Slack(i))).Aggregate((product, factor) => product * factor),
        [
            0.7161921688790331, 0.17904804221975829, 0.02367577417781928, 0.007161921688790333,
            7.161921688790333e-05, 7.161921688790333e-05, 7.161921688790333e-05, 7.161921688790333e-05,
        ],
        [
            0.7871441266592748, 0.2421981928182384, 0.03431691015408282, 0.010460387065239534,
            0.00010494905191950601, 0.00010494905191950601, 0.00010494905191950601, 0.00010494905191950601,
        ]);

    /// <summary>x₁ + 2 x₂ + 3 x₃.</summary>
    public static AnalyticFunction Linear { get; } = new(
        "linear", u => u[0] + (2 * u[1]) + (3 * u[2]), [1.0 / 14, 4.0 / 14, 9.0 / 14], [1.0 / 14, 4.0 / 14, 9.0 / 14]);

    private static double Slack(int i) => i switch { 0 => 0, 1 => 1, 2 => 4.5, 3 => 9, _ => 99 };

    private static double Angle(double u) => Math.PI * ((2 * u) - 1);
}
