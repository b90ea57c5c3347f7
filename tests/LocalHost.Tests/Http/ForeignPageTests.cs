using System.Net;

namespace Parley.Local.Tests;

/// <summary>A browser on this machine shows pages from anywhere, and sends what they ask for.</summary>
public sealed class ForeignPageTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData("GET", "/things/7", "Host", "evil.example")] // A name of theirs that they let point here.
    [InlineData("GET", "/things/7", "Host", "127.0.0.1.evil.example:{port}")]
    [InlineData("GET", "/things/7", "Host", "localhost.evil.example")]
    [InlineData("POST", "/things", "Sec-Fetch-Site", "cross-site")]
    [InlineData("POST", "/things", "Sec-Fetch-Site", "same-site")]
    [InlineData("POST", "/things", "Origin", "https://evil.example")]
    [InlineData("POST", "/things", "Origin", "http://127.0.0.1:1")]
    [InlineData("POST", "/things", "Origin", "null")]
    [InlineData("POST", "/things", "Origin", "HTTPS://127.0.0.1:{port}")]
    [InlineData("POST", "/things", "Sec-Fetch-Site", "same-origin, cross-site")]
    [InlineData("PUT", "/Unrouted", "Origin", "https://evil.example")]
    [InlineData("DELETE", "/Unrouted", "Sec-Fetch-Site", "cross-site")]
    [InlineData("POST", "/admin/host/drain", "Origin", "https://evil.example")]
    public async Task A_page_from_elsewhere_has_nothing_done_and_reads_nothing(string method, string path, string header, string value) =>
        Assert.Equal((HttpStatusCode.Forbidden, ""), await SendAsync(method, path, header, value));

    [Theory]
    [InlineData("GET", "/things/7", "Host", "localhost:{port}")]
    [InlineData("GET", "/things/7", "Host", "LOCALHOST")]
    [InlineData("GET", "/things/7", "Host", "parley.localhost:{port}")]
    [InlineData("GET", "/things/7", "Sec-Fetch-Site", "cross-site")] // A link: the answer is shown to the user, not to the page.
    [InlineData("POST", "/things", "Sec-Fetch-Site", "same-origin")]
    [InlineData("POST", "/things", "Sec-Fetch-Site", "none")]
    [InlineData("POST", "/things", "Origin", "http://127.0.0.1:{port}")]
    public async Task The_page_of_the_host_itself_and_links_are_answered(string method, string path, string header, string value)
    {
        var (status, body) = await SendAsync(method, path, header, value);
        Assert.Equal(method == "GET" ? (HttpStatusCode.OK, "\"GET 7\"") : (HttpStatusCode.BadRequest, body), (status, body)); // Of the function: there is no thing in it.
        Assert.NotEmpty(body);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string method, string path, string header, string value)
    {
        await using var stage = new Stage(azurite);
        var host = await stage.StartAsync<HttpFunctionsOfTest>();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation(header, value.Replace("{port}", $"{host.Address.Port}", StringComparison.Ordinal));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
