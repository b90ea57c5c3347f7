using Microsoft.AspNetCore.Http;
using Parley.Functions.Reading;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;
using Parley.Functions.Watching;

namespace Parley.Functions.Tests.Answering;

public sealed class SecurityTests(SharedAzurite azurite)
{
    [Fact]
    public async Task Every_answer_says_that_it_is_data_and_not_to_be_kept()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        Answer[] answers =
        [
            await app.ListAsync(), await app.ListAsync("?colour=red"), await app.ImpactsAsync(id), await app.SubmitAsync("{"), await app.DeleteAsync(Guid.NewGuid()),
            await app.CallAsync<CheckLive>((function, request) => Task.FromResult(function.Run(request))),
            await app.CallAsync<CheckReady>((function, request) => function.RunAsync(request)),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal("nosniff", $"{answer.Headers.XContentTypeOptions}");
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", $"{answer.Headers.ContentSecurityPolicy}");
            Assert.Equal("no-referrer", $"{answer.Headers["Referrer-Policy"]}");
            Assert.Equal("same-origin", $"{answer.Headers["Cross-Origin-Resource-Policy"]}");
            Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        });
        Assert.Equal("private, no-cache", $"{(await app.StatusAsync(id)).Headers.CacheControl}"); // It has a tag to ask about.
    }

    [Fact]
    public async Task A_page_of_another_origin_is_told_nothing()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.CallAsync<ListScenarios>((function, request) => function.RunAsync(request), request => request.Headers.Origin = "https://elsewhere.example");

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_secret_is_in_no_log()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Access:RequireCaller", "true"));
        app.ExpectWarning("");
        string[] secrets = ["a-secret-key", "a-secret-principal", "a-secret-function-key", "a-secret-token", AccountKey(azurite.ConnectionString)];

        await SubmitAsync();
        app.Wire.FailsBefore = call => call.IsSend;
        await SubmitAsync();
        app.Wire.FailsBefore = _ => true;
        await SubmitAsync();
        app.Wire.FailsBefore = _ => false;
        await app.RunMessagesAsync();
        await app.PoisonAsync("not JSON");

        Assert.NotEmpty(app.Log);
        Assert.All(app.Log, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));

        Task<Answer> SubmitAsync() => app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            App.Json(Requests.Scenario(title: $"{Guid.NewGuid()}"), key: "a-secret-key" + Guid.NewGuid())(request);
            request.Headers["X-MS-CLIENT-PRINCIPAL-ID"] = "a-secret-principal";
            request.Headers["x-functions-key"] = "a-secret-function-key";
            request.Headers.Authorization = "Bearer a-secret-token";
            request.QueryString = new QueryString("?code=a-secret-function-key");
        });
    }

    private static string AccountKey(string connectionString) =>
        connectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
}
