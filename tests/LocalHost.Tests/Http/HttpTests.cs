using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Parley.Local.Tests;

public sealed class HttpTests(SharedAzurite azurite) : IAsyncLifetime
{
    private readonly Stage stage = new(azurite);
    private readonly HttpClient client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => client.BaseAddress = (await stage.StartAsync<HttpFunctionsOfTest>()).Address;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task A_function_answers_at_its_route_with_the_route_values_as_strings() =>
        Assert.Equal("\"GET 7\"", await client.GetStringAsync("/things/7", Cancellation));

    [Fact]
    public async Task The_route_prefix_of_host_json_comes_before_every_route()
    {
        var host = await stage.StartAsync(stage.Options<HttpFunctionsOfTest>() with { HostJson = new HostJson { RoutePrefix = "api" } });
        Assert.Equal("\"GET 7\"", await client.GetStringAsync(new Uri(host.Address, "/api/things/7"), Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(host.Address, "/things/7"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_function_without_a_route_answers_at_its_name_and_without_verbs_to_all_of_them()
    {
        Assert.Equal("GET", await client.GetStringAsync("/Unrouted", Cancellation));
        var put = await client.PutAsync("/Unrouted", content: null, Cancellation);
        Assert.Equal("PUT", await put.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_page_can_have_the_root_and_a_folder_for_its_files()
    {
        Assert.Equal("front page at /", await client.GetStringAsync("/", Cancellation));
        Assert.Equal("/app/a/b.js is a/b.js", await client.GetStringAsync("/app/a/b.js", Cancellation));
    }

    [Fact]
    public async Task Results_are_written_with_status_headers_and_body()
    {
        var accepted = await client.PostAsync("/things", new StringContent("thing"), Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("/things/1", accepted.Headers.Location?.OriginalString);
        Assert.Equal("thing", (await accepted.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("body").GetString());

        var problem = await client.PostAsync("/things", content: null, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, problem.StatusCode);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("DELETE", "/things/7")]
    [InlineData("GET", "/things")]
    [InlineData("HEAD", "/things/7")]
    [InlineData("OPTIONS", "/things/7")]
    [InlineData("GET", "/things/seven")]
    [InlineData("GET", "/nothing/here")]
    [InlineData("GET", "/admin/host/drain")]
    public async Task A_wrong_verb_HEAD_on_a_GET_function_a_failed_constraint_and_an_unknown_path_get_404(string verb, string path)
    {
        var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task An_unhandled_exception_gives_500_with_an_empty_body_and_is_logged()
    {
        var answer = await client.GetAsync("/crash", Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Contains("a secret", Assert.Single(stage.Warnings()).Exception?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_the_run_and_is_no_cause_for_a_warning()
    {
        var cancelled = new Gate();
        stage.Script.Act = async (_, cancellation) =>
        {
            cancellation.Register(cancelled.Open);
            await Task.Delay(Timeout.Infinite, cancellation);
        };
        using var leaving = new CancellationTokenSource();
        var answer = client.GetAsync("/wait", leaving.Token);
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await cancelled.Opened.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Empty(stage.Warnings());
    }

    [Fact]
    public async Task Only_127_0_0_1_is_listened_on_whatever_the_environment_says()
    {
        var host = await stage.StartAsync(stage.Options<HttpFunctionsOfTest>() with
        {
            Settings = [new("urls", "http://0.0.0.0:0"), new("Kestrel:Endpoints:Other:Url", "http://0.0.0.0:0")],
        });
        Assert.Equal("127.0.0.1", host.Address.Host);
    }
}
