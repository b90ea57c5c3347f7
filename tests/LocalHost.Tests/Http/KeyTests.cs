using System.Net;

namespace Parley.Local.Tests;

public sealed class KeyTests(SharedAzurite azurite)
{
    private static readonly LocalKeys Keys = new() { Host = "host-key", Master = "master-key" };

    [Theory]
    [InlineData("/keyed")]
    [InlineData("/for-admins")]
    public async Task Without_local_keys_everything_is_open(string path) =>
        Assert.Equal(HttpStatusCode.OK, await GetAsync(keys: null, path, key: null));

    [Theory]
    [InlineData("/keyed")]
    [InlineData("/for-admins")]
    public async Task A_missing_or_wrong_key_gets_401(string path)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(Keys, path, key: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(Keys, path, key: "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(Keys, $"{path}?code=wrong", key: null));
    }

    [Fact]
    public async Task The_host_key_opens_a_function_as_a_header_or_in_the_query()
    {
        Assert.Equal(HttpStatusCode.OK, await GetAsync(Keys, "/keyed", key: "host-key"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(Keys, "/keyed?code=host-key", key: null));
    }

    [Fact]
    public async Task The_host_key_on_an_admin_route_gets_403() =>
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(Keys, "/for-admins", key: "host-key"));

    [Theory]
    [InlineData("/keyed")]
    [InlineData("/for-admins")]
    public async Task The_master_key_opens_everything(string path) =>
        Assert.Equal(HttpStatusCode.OK, await GetAsync(Keys, path, key: "master-key"));

    [Fact]
    public async Task An_anonymous_function_needs_no_key() =>
        Assert.Equal(HttpStatusCode.OK, await GetAsync(Keys, "/things/1", key: null));

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("host-key", HttpStatusCode.Forbidden)]
    [InlineData("master-key", HttpStatusCode.Accepted)]
    public async Task Draining_the_host_needs_the_master_key(string? key, HttpStatusCode status) =>
        Assert.Equal(status, await SendAsync(HttpMethod.Post, Keys, "/admin/host/drain", key));

    private Task<HttpStatusCode> GetAsync(LocalKeys? keys, string path, string? key) => SendAsync(HttpMethod.Get, keys, path, key);

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, LocalKeys? keys, string path, string? key)
    {
        await using var stage = new Stage(azurite);
        var host = await stage.StartAsync(stage.Options<HttpFunctionsOfTest>() with { Keys = keys });
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
