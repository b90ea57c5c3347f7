using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Parley.Functions.Settings;

namespace Parley.Infra.Tests.Deploying;

public sealed class AppSettingsTests
{
    /// <summary>What the platform, the Functions host and the telemetry libraries read, some of it the app too.</summary>
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "OTEL_SERVICE_NAME",
        "OTEL_TRACES_SAMPLER_ARG",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
        "WEBSITE_AUTH_AAD_ALLOWED_TENANTS",
    ];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_settings_that_are_deployed_start_the_app(string environment)
    {
        var settings = Read(await SettingsAsync(environment));

        Assert.Equal("https://account.table.core.windows.net/", $"{settings.Storage.Tables}");
        Assert.Equal("https://account.queue.core.windows.net/", $"{settings.Storage.Queues}");
        Assert.Equal("managedidentity", settings.Storage.Credential);
        Assert.True(settings.Access.RequireCaller);
        Assert.NotNull(settings.Telemetry.ApplicationInsights);
        Assert.Equal("33333333-3333-3333-3333-333333333333", settings.Telemetry.ClientId);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Every_setting_is_deployed_and_nothing_that_nobody_reads(string environment)
    {
        var deployed = (await SettingsAsync(environment)).Keys.Where(name => !name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal));
        var read =
            from section in typeof(ParleySettings).GetProperties()
            where section.PropertyType != typeof(StorageOptions) && section.PropertyType != typeof(TelemetryOptions)
            from setting in section.PropertyType.GetProperties()
            select $"{section.Name}__{setting.Name}";

        Assert.Equal(read.Concat(OfThePlatform).Order(), deployed.Order());
    }

    [Fact]
    public async Task Production_differs_from_the_sample_only_in_who_may_ask()
    {
        var deployed = await SettingsAsync("prod");
        var sample = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!.AsObject();
        var different = sample.Where(setting => setting.Key.Contains("__", StringComparison.Ordinal) && deployed[setting.Key] != $"{setting.Value}");

        Assert.Equal(["Access__RequireCaller"], different.Select(setting => setting.Key));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task No_setting_is_a_secret(string environment)
    {
        Assert.All(await SettingsAsync(environment), setting =>
        {
            Assert.DoesNotContain("AccountKey", setting.Value, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("listKeys", setting.Value, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static ParleySettings Read(Dictionary<string, string> settings) => ParleySettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
        .Build());

    private static async Task<Dictionary<string, string>> SettingsAsync(string environment) =>
        (await Deployment.OfAsync(environment)).AppConfig("appsettings").ToDictionary(setting => setting.Key, setting => Known($"{setting.Value}"));

    /// <summary>What only the deployment tells, such as addresses of the account, replaced by an example.</summary>
    private static string Known(string value) => value switch
    {
        _ when value.EndsWith(".primaryEndpoints.blob]", StringComparison.Ordinal) => "https://account.blob.core.windows.net/",
        _ when value.EndsWith(".primaryEndpoints.queue]", StringComparison.Ordinal) => "https://account.queue.core.windows.net/",
        _ when value.EndsWith(".primaryEndpoints.table]", StringComparison.Ordinal) => "https://account.table.core.windows.net/",
        _ when value.EndsWith(".ConnectionString]", StringComparison.Ordinal) => "InstrumentationKey=44444444-4444-4444-4444-444444444444",
        _ when value.StartsWith("[format('ClientId={0};Authorization=AAD'", StringComparison.Ordinal) => "ClientId=33333333-3333-3333-3333-333333333333;Authorization=AAD",
        _ when value.EndsWith(".clientId]", StringComparison.Ordinal) => "33333333-3333-3333-3333-333333333333",
        _ => value,
    };
}
