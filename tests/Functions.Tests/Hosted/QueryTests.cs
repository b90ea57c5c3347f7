using Parley.Functions.Page;
using Parley.Functions.Specifying;
using Parley.Functions.Tests.Running;
using Parley.Functions.Watching;
using Parley.Local;

namespace Parley.Functions.Tests.Hosted;

/// <summary>Queries are read as strictly as documents, by every operation that the surface has: a new one is held to it by being there.</summary>
public sealed class QueryTests
{
    private static readonly string[] Lenient = [nameof(CheckLive), nameof(CheckReady), nameof(GetPage), nameof(GetPageFile)];

    [Fact]
    public async Task A_parameter_that_is_not_known_is_refused_everywhere_but_by_probes_and_files_and_the_refusal_names_those_that_are()
    {
        await using var app = await HostedApp.StartAsync();
        foreach (var operation in Surface.Operations)
        {
            var plain = await AskAsync(app, operation, "");
            var answer = await AskAsync(app, operation, "?colour=red");
            if (Lenient.Contains(operation.Name))
            {
                Assert.Equal(plain.Status, answer.Status);
                continue;
            }

            Assert.True(answer.Status == 400 && answer.Parameters.Contains("colour"), $"{operation.Name}: {answer.Status}");
            var known = operation.Parameters.Where(each => each.In == "query").Select(each => each.Name).ToArray();
            var expected = known.Length == 0 ? "colour is not known here; no parameters are." : $"colour is not known here; known are {string.Join(", ", known)}.";
            Assert.Contains(answer.Json["problems"]!.AsArray(), problem => $"{problem!["detail"]}" == expected);
        }
    }

    [Fact]
    public async Task The_hosts_key_may_stand_in_any_query()
    {
        await using var app = await HostedApp.StartAsync(new LocalKeys { Host = "host-key", Master = "master-key" });
        foreach (var operation in Surface.Operations)
        {
            var inHeader = await AskAsync(app, operation, "", "x-functions-key: master-key");
            var inQuery = await AskAsync(app, operation, "?code=master-key");

            Assert.Equal((operation.Name, inHeader.Status), (operation.Name, inQuery.Status));
            if (inQuery.Status == 400)
                Assert.DoesNotContain("code is not known", $"{inQuery.Json}", StringComparison.Ordinal);
        }
    }

    private static Task<Answer> AskAsync(HostedApp app, Operation operation, string query, params string[] headers) => app.SendAsync(
        operation.Verb.ToUpperInvariant(),
        Target(operation) + query,
        operation.Body is null ? null : "{}"u8.ToArray(),
        headers.Append("Content-Type: application/json"));

    private static string Target(Operation operation) => "/" + string.Join('/', operation.Route
        .Split('/').Select(part => part.Contains('?', StringComparison.Ordinal) ? "" : part.StartsWith('{') ? "1" : part));
}
