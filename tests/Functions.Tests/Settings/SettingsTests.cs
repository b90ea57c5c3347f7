using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Parley.Functions.Settings;

namespace Parley.Functions.Tests.Settings;

public sealed partial class SettingsTests
{
    private const string ConnectionString = "UseDevelopmentStorage=true";

    [Fact]
    public void Everything_that_is_wrong_is_listed_in_one_error()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(
            ("AzureWebJobsStorage:credential", "password"),
            ("AzureWebJobsStorage:tableServiceUri", "tables"),
            ("Access:RequireCaller", "maybe"),
            ("Limits:BodyBytes", "0"),
            ("Limits:AnswerSecond", "3"),
            ("Evaluation:Threads", "many"),
            ("Evaluation:LeaseSeconds", "30"),
            ("Evaluation:Attempts", "0"),
            ("Outbox:DeepQueue", "0.5"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"),
            ("OTEL_TRACES_SAMPLER_ARG", "2"),
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", "IngestionEndpoint=https://i.example"),
            ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=1")));

        Assert.Equal(
            [
                "AzureWebJobsStorage:Credential: must be managedidentity or absent",
                "AzureWebJobsStorage:TableServiceUri: must be the https address of a service",
                "AzureWebJobsStorage: needs a connection string, or accountName, or blobServiceUri, queueServiceUri and tableServiceUri",
                "Access:RequireCaller: 'maybe' is not true or false",
                "Limits:AnswerSecond: no such setting",
                "Limits:BodyBytes: The field BodyBytes must be between 1024 and 262144.",
                "Evaluation:Threads: 'many' is not a whole number",
                "Evaluation:Attempts: The field Attempts must be between 1 and 100.",
                "Evaluation:RenewSeconds: must be at most half of LeaseSeconds, so that one missed sign of life loses nothing",
                "Outbox:DeepQueue: '0.5' is not a whole number",
                "OTEL_EXPORTER_OTLP_ENDPOINT: The OtlpEndpoint field is not a valid fully-qualified http, https, or ftp URL.",
                "OTEL_TRACES_SAMPLER_ARG: The field TraceShare must be between 0 and 1.",
                "APPLICATIONINSIGHTS_CONNECTION_STRING: is not a connection string of Application Insights",
                "APPLICATIONINSIGHTS_AUTHENTICATION_STRING: must be Authorization=AAD, or Authorization=AAD;ClientId=…",
            ],
            error.Failures);
        Assert.All(error.Failures, failure => Assert.Contains(failure, error.Message));
    }

    [Fact]
    public void A_share_that_is_no_number_is_told_to_be_one_and_not_a_whole_one()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(("AzureWebJobsStorage", ConnectionString), ("OTEL_TRACES_SAMPLER_ARG", "0,1")));

        Assert.Equal(["OTEL_TRACES_SAMPLER_ARG: '0,1' is not a number, with a point before its decimals"], error.Failures);
    }

    [Fact]
    public void A_connection_string_alone_starts_the_app()
    {
        Assert.Equal(ConnectionString, Read(("AzureWebJobsStorage", ConnectionString)).Storage.ConnectionString);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=***;EndpointSuffix=core.windows.net")]
    public void A_connection_string_that_is_none_is_said_and_not_repeated(string text)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(("AzureWebJobsStorage", text)));

        Assert.Equal(["AzureWebJobsStorage: is not a connection string of a storage account"], error.Failures);
    }

    [Fact]
    public void An_account_is_reached_as_the_apps_identity()
    {
        var named = Read(("AzureWebJobsStorage:accountName", "parley"), ("AzureWebJobsStorage:credential", "managedidentity")).Storage;
        var addressed = Read(Addressed("https://b.example", "https://q.example", "https://t.example")).Storage;

        Assert.Equal(("https://parley.table.core.windows.net/", "https://parley.queue.core.windows.net/"), ($"{named.Tables}", $"{named.Queues}"));
        Assert.Equal(("https://t.example/", "https://q.example/"), ($"{addressed.Tables}", $"{addressed.Queues}"));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:AccountName: must be the name of a storage account, 3 to 24 small letters and digits", "accountName=Parley!")]
    [InlineData("AzureWebJobsStorage:QueueServiceUri: must be the https address of a service", "accountName=parley", "queueServiceUri=http://q.example")]
    [InlineData("AzureWebJobsStorage:BlobServiceUri: must be the https address of a service", "accountName=parley", "blobServiceUri=b.example")]
    [InlineData("AzureWebJobsStorage:ClientId: must be the client id of an identity, a GUID", "accountName=parley", "clientId=me")]
    [InlineData("AzureWebJobsStorage: needs a connection string, or accountName, or blobServiceUri, queueServiceUri and tableServiceUri")]
    [InlineData(
        "AzureWebJobsStorage: needs a connection string, or accountName, or blobServiceUri, queueServiceUri and tableServiceUri",
        "queueServiceUri=https://q.example", "tableServiceUri=https://t.example")]
    [InlineData(
        "AzureWebJobsStorage: is a connection string and stands beside settings that name an account: keep one of the two",
        "=UseDevelopmentStorage=true", "accountName=parley")]
    public void Settings_that_would_not_lead_to_an_account_are_said_at_start(string problem, params string[] settings)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(
            [.. settings.Select(setting => setting.Split('=', 2)).Select(pair => ($"AzureWebJobsStorage:{pair[0]}".TrimEnd(':'), pair[1]))]));

        Assert.Equal([problem], error.Failures);
    }

    [Fact]
    public void Settings_are_read_as_Azure_writes_them()
    {
        const string prefix = "PARLEY_SETTINGS_TEST_";
        Environment.SetEnvironmentVariable($"{prefix}AzureWebJobsStorage__accountName", "parley");
        Environment.SetEnvironmentVariable($"{prefix}AzureWebJobsStorage__credential", "managedidentity");
        Environment.SetEnvironmentVariable($"{prefix}AzureWebJobsStorage__clientId", "33333333-3333-3333-3333-333333333333");
        Environment.SetEnvironmentVariable($"{prefix}Access__RequireCaller", "true");

        var settings = ParleySettings.Read(new ConfigurationBuilder().AddEnvironmentVariables(prefix).Build());

        Assert.Equal(("parley", "managedidentity", "33333333-3333-3333-3333-333333333333"),
            (settings.Storage.AccountName, settings.Storage.Credential, settings.Storage.ClientId));
        Assert.True(settings.Access.RequireCaller);
    }

    [Theory]
    [InlineData("Authorization=AAD", null)]
    [InlineData("ClientId=11111111-2222-3333-4444-555555555555;Authorization=AAD", "11111111-2222-3333-4444-555555555555")]
    public void Application_Insights_is_written_to_as_the_identity_that_the_Functions_host_uses(string text, string? client)
    {
        Assert.Equal(client, Read(("AzureWebJobsStorage", ConnectionString), ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", text)).Telemetry.ClientId);
    }

    [Fact]
    public void What_only_the_Functions_host_reads_of_its_storage_is_no_mistake()
    {
        Assert.NotNull(Read(("AzureWebJobsStorage:accountName", "parley"), ("AzureWebJobsStorage:tenantId", "x")));
    }

    [Fact]
    public void The_sample_file_starts_the_app_and_holds_every_setting_with_its_default()
    {
        var values = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!.AsObject()
            .ToDictionary(value => value.Key.Replace("__", ":", StringComparison.Ordinal), value => value.Value!.ToString());

        Assert.True(values.Remove("FUNCTIONS_WORKER_RUNTIME"), "The Functions host wants to know its worker.");
        Assert.True(values.Remove("AzureWebJobsStorage", out var storage));
        Assert.Equal(ConnectionString, storage);
        // What is absent by default is absent there: an identity in the place of the connection string, telemetry.
        var expected = Defaults().Where(setting => setting.Default.Length > 0);
        Assert.Equal(expected.Order(), values.Select(value => (value.Key, value.Value)).Order());
    }

    [Fact]
    public void The_table_of_the_README_holds_every_setting_with_its_default()
    {
        var rows = Row().Matches(Repository.Read("functions/README.md"))
            .Select(row => (row.Groups["name"].Value, row.Groups["default"].Value, row.Groups["text"].Value)).ToArray();

        Assert.Equal(Defaults().Order(), rows.Select(row => (row.Item1, row.Item2)).Order());
        Assert.All(rows, row => Assert.NotEmpty(row.Item3));
    }

    private static (string, string)[] Addressed(string blobs, string queues, string tables) =>
        [("AzureWebJobsStorage:blobServiceUri", blobs), ("AzureWebJobsStorage:queueServiceUri", queues), ("AzureWebJobsStorage:tableServiceUri", tables)];

    private static ParleySettings Read(params (string Name, string Value)[] settings) => ParleySettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
        .Build());

    private static IEnumerable<(string Name, string Default)> Defaults() =>
        from section in typeof(ParleySettings).GetProperties()
        let name = section.PropertyType == typeof(StorageOptions) ? StorageOptions.Section : section.Name
        let options = Activator.CreateInstance(section.PropertyType)
        from setting in section.PropertyType.GetProperties()
        where setting.CanWrite
        select (
            setting.Name == nameof(StorageOptions.ConnectionString) ? name : SettingsReader.PathOf(setting, name),
            $"{setting.GetValue(options)}".Replace("False", "false", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z_:]+)` \| (`(?<default>[^`]*)`)?\s*\| (?<text>.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
