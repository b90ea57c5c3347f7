using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Parley.Local.Tests;

/// <summary>Somebody who submits scenarios under keys, and asks again after a 503 or a lost connection, as the answer says is safe.</summary>
internal sealed class Caller
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, string> accepted = new();
    private readonly ConcurrentQueue<TimeSpan> refusals = new();

    /// <summary>What got a 202: the ids by their keys.</summary>
    public IReadOnlyDictionary<string, string> Accepted => accepted;

    /// <summary>How long each answer with 503 took.</summary>
    public IReadOnlyCollection<TimeSpan> Refusals => refusals;

    /// <param name="address">Where the product is now; it may move.</param>
    public async Task SubmitAsync(Func<Uri> address, string key, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        for (; ; await Task.Delay(Pause, cancellation))
        {
            var start = TimeProvider.System.GetTimestamp();
            try
            {
                using var answer = await http.SendAsync(Request(address(), key), cancellation);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    refusals.Enqueue(TimeProvider.System.GetElapsedTime(start));
                    continue;
                }

                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
                var id = (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellation))!["id"]!.ToString();
                Assert.Equal(id, accepted.GetOrAdd(key, id));
                return;
            }
            catch (HttpRequestException)
            {
                // The process is gone; another one takes over.
            }
        }
    }

    private static HttpRequestMessage Request(Uri address, string key) => new(HttpMethod.Post, new Uri(address, "api/scenarios"))
    {
        Headers = { { "Idempotency-Key", key } },
        Content = JsonContent.Create(new { schemaVersion = 1, situation = "ukraine-settlement", title = "One of many", terms = new { ceasefire = 100 }, draws = 2000 }),
    };
}
