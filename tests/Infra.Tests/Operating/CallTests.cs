namespace Parley.Infra.Tests.Operating;

/// <summary>What <c>infra/azure/environment.sh</c> gives the scripts and whoever follows the runbook.</summary>
public sealed class CallTests
{
    private static readonly (string, string)[] Environment =
    [
        ("ad app list", "33333333-3333-3333-3333-333333333333"), ("functionapp list", "parley-app"), ("functionapp show", "app.example"),
        ("get-access-token", "the-token"), ("functionapp keys list", "the-key"),
    ];

    [Fact]
    public async Task A_redirect_to_the_sign_in_page_is_no_answer()
    {
        await using var app = new FakeApp(new Dictionary<string, (int, string)> { ["/moved"] = (302, "") });

        var (exitCode, output) = await BashAsync($"source infra/azure/environment.sh {app.Address}; call GET /moved");

        Assert.Equal((22, "GET /moved was answered by a redirect (302): sign in (again)."), (exitCode, output.Trim()));
    }

    [Theory]
    [InlineData("/there", 0, "{ \"title\": \"yes\" }")]
    [InlineData("/refused", 22, "{ \"title\": \"no\" }")]
    public async Task The_body_of_an_answer_is_all_that_is_written_also_of_a_refusal(string path, int expected, string body)
    {
        await using var app = new FakeApp(new Dictionary<string, (int, string)> { ["/there"] = (200, "{ \"title\": \"yes\" }"), ["/refused"] = (422, "{ \"title\": \"no\" }") });

        var (exitCode, output) = await BashAsync($"source infra/azure/environment.sh {app.Address}; call GET {path} 2> /dev/null");

        Assert.Equal((expected, body), (exitCode, output));
    }

    [Fact]
    public async Task Of_an_answer_that_a_second_try_got_nothing_else_is_written()
    {
        var tries = 0;
        await using var app = new FakeApp((_, _) => tries++ == 0 ? (503, "{ \"title\": \"away\" }") : (200, "{ \"title\": \"yes\" }"));

        var (exitCode, output) = await BashAsync($"source infra/azure/environment.sh {app.Address}; call GET /there 2> /dev/null | pick '$.title'");

        Assert.Equal((0, "yes", 2), (exitCode, output.Trim(), tries));
    }

    [Fact]
    public async Task Nothing_is_left_of_the_environment_before()
    {
        using var azure = new FakeAzure(Environment);

        var (_, output) = await BashAsync(
            "source infra/azure/environment.sh http://127.0.0.1:1; sign_in; source infra/azure/environment.sh dev; sign_in admin; echo $address; "
            + "source infra/azure/environment.sh http://127.0.0.1:2; sign_in; echo $address/$PARLEY_TOKEN/$PARLEY_KEY/${#headers[@]}",
            azure);

        Assert.Equal("https://app.example\nhttp://127.0.0.1:2///0\n", output);
    }

    [Theory]
    [InlineData("", "the-token/ ")]
    [InlineData("--everything", "the-token/the-key ")]
    public async Task The_smoke_test_has_the_hosts_key_when_it_does_what_only_administrators_may(string flag, string handed)
    {
        using var azure = new FakeAzure(Environment);
        azure.Put("dotnet", "echo \"$PARLEY_TOKEN/$PARLEY_KEY $*\"");

        var (exitCode, output) = await BashAsync($"bash infra/azure/smoke.sh dev {flag}", azure);

        Assert.True(exitCode == 0, output);
        Assert.StartsWith(handed, output, StringComparison.Ordinal);
        Assert.EndsWith($"https://app.example {flag}".Trim(), output.Trim(), StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> BashAsync(string commands, FakeAzure? azure = null) =>
        Script.RunAsync(azure?.Environment ?? new Dictionary<string, string>(), "-c", commands);
}
