namespace Parley.Benchmarks.Tests;

/// <summary>
/// The queue M/D/c with service time 1: whoever is served now is gone one unit later, so that the number in the system a unit later is what
/// exceeded the servers plus a Poisson number of arrivals (C. D. Crommelin, 1932). Its stationary distribution gives the mean wait.
/// </summary>
internal static class Crommelin
{
    private const int Most = 400;
    private const double Converged = 1e-13;

    public static double MeanWait(int servers, double arrivals)
    {
        var poisson = Poisson(arrivals);
        var now = new double[Most];
        now[0] = 1;
        for (var change = 1.0; change > Converged;)
        {
            var next = Next(now, servers, poisson);
            change = now.Zip(next, (one, other) => Math.Abs(one - other)).Sum();
            now = next;
        }

        var waiting = Enumerable.Range(servers, Most - servers).Sum(number => (number - servers) * now[number]);
        return waiting / arrivals; // Little's law
    }

    private static double[] Next(double[] now, int servers, double[] poisson)
    {
        var next = new double[Most];
        for (var number = 0; number < Most; number++)
        {
            var left = Math.Max(0, number - servers);
            for (var arrived = 0; left + arrived < Most; arrived++)
                next[left + arrived] += now[number] * poisson[arrived];
        }

        return next;
    }

    private static double[] Poisson(double mean)
    {
        var probabilities = new double[Most];
        probabilities[0] = Math.Exp(-mean);
        for (var number = 1; number < Most; number++)
            probabilities[number] = probabilities[number - 1] * mean / number;
        return probabilities;
    }
}
