using Parley.Benchmarks.Simulating;

namespace Parley.Benchmarks.Tests;

/// <summary>Held against closed forms of queueing theory, whose waits are means over very long runs.</summary>
public sealed class QueueingTests
{
    // Of 400,000 arrivals in runs of other seeds the means are within 2 %.
    private const double Tolerance = 0.03;
    private const int Arrivals = 400_000;

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    public void Waits_before_one_exponential_server_are_those_of_M_M_1(double load)
    {
        var expected = load / (1 - load); // Wq·μ = ρ/(1−ρ)

        Assert.Equal(1, MeanWait(load, servers: 1, random => -Math.Log(1 - random.NextDouble())) / expected, Tolerance * (load > 0.85 ? 2 : 1));
    }

    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(2, 0.8)]
    [InlineData(4, 0.9)]
    public void Waits_before_servers_that_all_take_the_same_time_are_those_of_M_D_c(int servers, double load)
    {
        Assert.Equal(1, MeanWait(load * servers, servers, _ => 1) / Crommelin.MeanWait(servers, load * servers), Tolerance);
    }

    [Fact]
    public void Crommelins_mean_for_one_server_is_that_of_Pollaczek_and_Khinchine()
    {
        Assert.Equal(0.8 / (2 * (1 - 0.8)), Crommelin.MeanWait(1, 0.8), 1e-9);
    }

    [Fact]
    public void A_line_is_served_in_the_order_of_arrival()
    {
        var simulation = new Simulation();
        var station = new Station(simulation, 1);
        var served = new List<(int, double)>();
        foreach (var customer in Enumerable.Range(0, 3))
        {
            simulation.Start(async () =>
            {
                await station.Serve(2);
                served.Add((customer, simulation.Now));
            });
        }

        simulation.RunUntil(10);

        Assert.Equal([(0, 2), (1, 4), (2, 6)], served);
        Assert.Equal(10, simulation.Now);
    }

    [Fact]
    public void The_same_run_is_the_same_again_and_a_process_that_fails_is_heard_of()
    {
        Assert.Equal(MeanWait(0.7, 1, _ => 1), MeanWait(0.7, 1, _ => 1));
        var simulation = new Simulation();
        simulation.Start(async () =>
        {
            await simulation.Wait(1);
            throw new InvalidOperationException("lost");
        });

        Assert.Throws<InvalidOperationException>(() => simulation.RunUntil(2));
    }

    private static double MeanWait(double arrivalsPerSecond, int servers, Func<Random, double> service)
    {
        var simulation = new Simulation();
        var station = new Station(simulation, servers);
        var random = new Random(7);
        var (waited, served) = (0.0, 0);
        simulation.Start(async () =>
        {
            for (var arrival = 0; arrival < Arrivals; arrival++)
            {
                await simulation.Wait(-Math.Log(1 - random.NextDouble()) / arrivalsPerSecond);
                simulation.Start(CustomerAsync);
            }
        });
        simulation.RunUntil(2 * Arrivals / arrivalsPerSecond);
        Assert.Equal(Arrivals, served);
        return waited / served;

        async Task CustomerAsync()
        {
            var arrived = simulation.Now;
            await station.Enter();
            waited += simulation.Now - arrived;
            await simulation.Wait(service(random));
            station.Leave();
            served++;
        }
    }
}
