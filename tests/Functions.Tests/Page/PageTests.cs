using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Functions.Page;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Page;

public sealed partial class PageTests(SharedAzurite azurite)
{
    [Fact]
    public async Task The_page_may_run_its_own_scripts_and_styles_and_nothing_else()
    {
        await using var app = await App.StartAsync(azurite);

        var page = await PageAsync(app);

        var policy = page.Headers.ContentSecurityPolicy.ToString();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "private, no-cache"), (page.Headers.XContentTypeOptions.ToString(), page.Headers.CacheControl.ToString()));
    }

    [Fact]
    public async Task Every_file_that_the_page_names_is_there_and_may_be_kept_for_ever()
    {
        await using var app = await App.StartAsync(azurite);

        var names = Names().Matches(Encoding.UTF8.GetString((await PageAsync(app)).Body)).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(4, names.Count);
        foreach (var name in names)
        {
            var file = await FileAsync(app, name);
            Assert.Equal((200, "private, max-age=31536000, immutable"), (file.Status, file.Headers.CacheControl.ToString()));
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", file.Headers.ContentSecurityPolicy.ToString());
        }
    }

    [Fact]
    public async Task What_a_client_has_is_not_sent_again()
    {
        await using var app = await App.StartAsync(azurite);
        var tag = (await PageAsync(app)).Headers.ETag;

        var again = await app.CallAsync<GetPage>((function, request) => function.RunAsync(request), request => request.Headers.IfNoneMatch = tag);

        Assert.Equal((304, 0), (again.Status, again.Body.Length));
    }

    [Fact]
    public async Task Whoever_reads_gzip_gets_the_same_page_compressed()
    {
        await using var app = await App.StartAsync(azurite);
        var plain = await PageAsync(app);

        var packed = await app.CallAsync<GetPage>((function, request) => function.RunAsync(request), request => request.Headers.AcceptEncoding = "br, gzip");

        using var unpacked = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(packed.Body), CompressionMode.Decompress))
            await gzip.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        Assert.Equal("gzip", packed.Headers.ContentEncoding.ToString());
        Assert.Equal(plain.Body, unpacked.ToArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("main.js")]
    [InlineData("../index.html")]
    [InlineData("../../host.json")]
    [InlineData("..\\..\\host.json")]
    [InlineData("/etc/passwd")]
    [InlineData("%2e%2e/csp.txt")]
    public async Task Only_what_was_built_is_found(string? path)
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await FileAsync(app, path);

        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task Where_a_caller_is_required_the_page_asks_for_one_too()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Access:RequireCaller", "true"));

        Assert.Equal(401, (await PageAsync(app)).Status);
        Assert.Equal(401, (await FileAsync(app, "main.js")).Status);
    }

    private static Task<Answer> PageAsync(App app) => app.CallAsync<GetPage>((function, request) => function.RunAsync(request));

    private static Task<Answer> FileAsync(App app, string? path) => app.CallAsync<GetPageFile>((function, request) => function.RunAsync(request, path));

    [GeneratedRegex("\"app/([^\"]+)\"")]
    private static partial Regex Names();
}
