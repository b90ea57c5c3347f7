namespace Parley.Engine.Sampling;

/// <summary>The standard normal distribution, in double precision.</summary>
internal static class NormalDistribution
{
    /// <summary>
    /// Φ⁻¹(u) for u in (0, 1), relative error about 1e-16: PPND16 of Wichura 1988, Applied Statistics 37, 477–484
    /// (Algorithm AS 241).
    /// </summary>
    public static double Quantile(double u)
    {
        var q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var central = 0.180625 - (q * q);
            return q * Ratio(central, CentralNumerator, CentralDenominator);
        }

        var tail = Math.Sqrt(-Math.Log(q < 0 ? u : 1 - u));
        var value = tail <= 5
            ? Ratio(tail - 1.6, MiddleNumerator, MiddleDenominator)
            : Ratio(tail - 5, FarNumerator, FarDenominator);
        return q < 0 ? -value : value;
    }

    /// <summary>
    /// Φ(z), absolute error about 1e-15: Hart's rational approximation (1968, no. 5666) as given by West 2005,
    /// "Better approximations to cumulative normal functions", with a continued fraction in the tails.
    /// </summary>
    public static double Cdf(double z)
    {
        var x = Math.Abs(z);
        var upper = Math.Exp(-x * x / 2) * (x < 7.07106781186547 ? Ratio(x, HartNumerator, HartDenominator) : Fraction(x));
        return z > 0 ? 1 - upper : upper;
    }

    private static double Fraction(double x)
    {
        const double rootOfTwoPi = 2.506628274631;
        return 1 / ((x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65))))))))) * rootOfTwoPi);
    }

    /// <summary>Quotient of two polynomials given from the constant term up.</summary>
    private static double Ratio(double x, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator) =>
        Polynomial(x, numerator) / Polynomial(x, denominator);

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }

    private static ReadOnlySpan<double> CentralNumerator =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static ReadOnlySpan<double> CentralDenominator =>
    [
        1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarDenominator =>
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    private static ReadOnlySpan<double> HartNumerator =>
    [
        220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383,
        6.37396220353165, 0.700383064443688, 0.0352624965998911,
    ];

    private static ReadOnlySpan<double> HartDenominator =>
    [
        440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674,
        86.7807322029461, 16.064177579207, 1.75566716318264, 0.0883883476483184,
    ];
}
