using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Specifying;
using Parley.Functions.Tests.Running;
using Parley.Functions.Watching;
using Parley.Local;

namespace Parley.Functions.Tests.Hosted;

/// <summary>Who gets in where, for every operation that the surface has: a new one is held to it by being there.</summary>
public sealed class AccessTests
{
    private static readonly LocalKeys Keys = new() { Host = "host-key", Master = "master-key" };
    private static readonly string[] Probes = [nameof(CheckLive), nameof(CheckReady)];

    [Fact]
    public async Task Where_a_caller_is_required_every_route_but_health_wants_one_and_an_administrators_wants_the_masters_key()
    {
        await using var app = await HostedApp.StartAsync(Keys, ("Access:RequireCaller", "true"));
        foreach (var operation in Surface.Operations)
        {
            var nobody = await AskAsync(app, operation);
            var user = await AskAsync(app, operation, "X-MS-CLIENT-PRINCIPAL-ID: ada");
            var keyHolder = await AskAsync(app, operation, "x-functions-key: host-key", "X-MS-CLIENT-PRINCIPAL-ID: ada");
            var master = await AskAsync(app, operation, "x-functions-key: master-key");

            var (isProbe, isAdmin) = (Probes.Contains(operation.Name), operation.Level == AuthorizationLevel.Admin);
            Assert.True((nobody.Status == 401) == !isProbe, $"{operation.Name} answers nobody with {nobody.Status}.");
            Assert.True((user.Status == 401) == isAdmin, $"{operation.Name} answers a user with {user.Status}.");
            Assert.True((keyHolder.Status == 403) == isAdmin, $"{operation.Name} answers the host's key with {keyHolder.Status}.");
            Assert.True((master.Status == 401) == (!isProbe && !isAdmin), $"{operation.Name} answers the master's key with {master.Status}.");
        }
    }

    [Fact]
    public async Task A_page_of_another_origin_may_ask_for_nothing_and_is_told_nothing()
    {
        await using var app = await HostedApp.StartAsync();
        foreach (var operation in Surface.Operations)
        {
            var asked = await app.SendAsync(
                "OPTIONS", Target(operation), null, ["Origin: https://elsewhere.example", $"Access-Control-Request-Method: {operation.Verb.ToUpperInvariant()}"]);
            var answer = await app.SendAsync(
                operation.Verb.ToUpperInvariant(), Target(operation), null, ["Origin: https://elsewhere.example", "Content-Type: application/json"]);

            Assert.Equal((404, 0), (asked.Status, asked.Body.Length));
            // The local host's own, since nothing but its place protects it.
            Assert.True((answer.Status, answer.Body.Length) == (403, 0) == !operation.Verb.Equals("get", StringComparison.OrdinalIgnoreCase), $"{operation.Name}: {answer.Status}");
            Assert.DoesNotContain(asked.Headers.Keys.Concat(answer.Headers.Keys), name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task What_no_function_answers_is_the_hosts_own_404_without_a_word()
    {
        await using var app = await HostedApp.StartAsync();
        foreach (var target in new[] { "/nothing", "/api", "/api/nothing?x=1", "//", "/.git/config", "/admin/host/status", "/api/scenarios/a/b/c/d" })
        {
            var answer = await app.GetAsync(target);
            Assert.True(answer.Status is 404 or 400, $"{target}: {answer.Status}");
        }
    }

    private static Task<Answer> AskAsync(HostedApp app, Operation operation, params string[] headers) => app.SendAsync(
        operation.Verb.ToUpperInvariant(), Target(operation), operation.Body is null ? null : "{}"u8.ToArray(), headers.Append("Content-Type: application/json"));

    private static string Target(Operation operation) => "/" + string.Join('/', operation.Route
        .Split('/').Select(part => part.Contains('?', StringComparison.Ordinal) ? "" : part.StartsWith('{') ? "1" : part));
}
