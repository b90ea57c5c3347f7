using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Parley.Benchmarks;

/// <summary>
/// Measures what a person waits for: from posting a scenario to a running host until its impacts can be read, poll waits
/// included. Every round posts another seed, since the same document is answered from storage.
/// </summary>
internal static class LatencyCommand
{
    private const int Rounds = 30;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>0 when measured; 1 when the host did not answer as it should; 2 for wrong arguments.</summary>
    public static async Task<int> Run(string[] options)
    {
        if (options is not ["--url", var url, "--scenario", var file] || !Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            Console.Error.WriteLine("usage: latency --url http://127.0.0.1:PORT --scenario FILE");
            return 2;
        }

        using var host = new HttpClient { BaseAddress = address };
        var scenario = await File.ReadAllTextAsync(file);
        var firstSeed = Random.Shared.NextInt64(1L << 40);
        var waits = new List<double>();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                waits.Add(await Measure(host, WithSeed(scenario, firstSeed + round)));
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or TimeoutException or InvalidDataException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }

        waits.Sort();
        var (median, slowest) = ((waits[(Rounds - 1) / 2] + waits[Rounds / 2]) / 2, waits[^1]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"accept to result, {Rounds} rounds: median {median:0} ms, slowest {slowest:0} ms"));
        return 0;
    }

    private static async Task<double> Measure(HttpClient host, string scenario)
    {
        var watch = Stopwatch.StartNew();
        using var content = new StringContent(scenario, Encoding.UTF8, "application/json");
        using var accepted = await host.PostAsync("/api/scenarios", content);
        if (accepted.StatusCode != HttpStatusCode.Accepted || accepted.Headers.Location is not { } location)
        {
            throw new InvalidDataException($"The host answered {(int)accepted.StatusCode}: {await accepted.Content.ReadAsStringAsync()}");
        }

        var impacts = $"{location.ToString().TrimEnd('/')}/impacts";
        while (watch.Elapsed < Patience)
        {
            using var answer = await host.GetAsync(impacts);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return watch.Elapsed.TotalMilliseconds;
            }

            // Until there are impacts, 404 names the status; a scenario that failed has none ever.
            var problem = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.NotFound || !(problem.Contains("\"Accepted\"") || problem.Contains("\"Running\"")))
            {
                throw new InvalidDataException($"The host answered {(int)answer.StatusCode} for {impacts}: {problem}");
            }

            await Task.Delay(Poll);
        }

        throw new TimeoutException($"No result within {Patience.TotalSeconds} s.");
    }

    private static string WithSeed(string scenario, long seed)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(scenario)!.AsObject();
        document["seed"] = seed;
        document["draws"] = 10_000;
        return document.ToJsonString();
    }
}
