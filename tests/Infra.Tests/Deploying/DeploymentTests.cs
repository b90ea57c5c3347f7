using System.Text.Json.Nodes;
using Parley.Functions.Evaluating;
using Parley.Functions.Specifying;
using Parley.Functions.Storage;
using Parley.Local;

namespace Parley.Infra.Tests.Deploying;

public sealed class DeploymentTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Storage_opens_to_identities_alone(string environment)
    {
        var account = (await Deployment.OfAsync(environment)).Only(Account)["properties"]!;

        Assert.False(account["allowSharedKeyAccess"]!.GetValue<bool>());
        Assert.False(account["allowBlobPublicAccess"]!.GetValue<bool>());
        Assert.True(account["supportsHttpsTrafficOnly"]!.GetValue<bool>());
        Assert.Equal("TLS1_2", $"{account["minimumTlsVersion"]}");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_tables_and_queues_are_those_that_the_app_names(string environment)
    {
        var deployment = await Deployment.OfAsync(environment);

        Assert.Equal(Tables().Order(), deployment.Names($"{Account}/tableServices/tables").Order());
        Assert.Equal(TriggerQueues.Names.Order(), deployment.Names($"{Account}/queueServices/queues").Order());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_app_may_do_on_its_account_what_it_has_to_and_nothing_else_anywhere(string environment)
    {
        var granted = (await Deployment.OfAsync(environment)).All("Microsoft.Authorization/roleAssignments").Select(each =>
            (Role: $"{each["properties"]!["roleDefinitionId"]}".Split('/')[^1], On: ResourceType(each)));

        Assert.Equal(
            new[]
            {
                (BuiltInRole.StorageBlobDataOwner, Account),
                (BuiltInRole.StorageQueueDataContributor, Account),
                (BuiltInRole.StorageTableDataContributor, Account),
                (BuiltInRole.MonitoringMetricsPublisher, "Microsoft.Insights/components"),
            }.Order(),
            granted.Order());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Who_has_not_signed_in_reaches_only_the_probes(string environment)
    {
        var authentication = (await Deployment.OfAsync(environment)).AppConfig("authsettingsV2");
        var probes = Surface.Operations.Where(operation => operation.Replies.All(reply => reply.Status != 401)).Select(operation => $"/{operation.Route}");

        Assert.True(authentication["platform"]!["enabled"]!.GetValue<bool>());
        Assert.True(authentication["globalValidation"]!["requireAuthentication"]!.GetValue<bool>());
        Assert.Equal(probes.Order(), authentication["globalValidation"]!["excludedPaths"]!.AsArray().Select(path => $"{path}").Order());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Telemetry_and_deployments_take_no_keys_and_no_passwords(string environment)
    {
        var deployment = await Deployment.OfAsync(environment);
        var package = deployment.Only("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!;

        Assert.True(deployment.Only("Microsoft.Insights/components")["properties"]!["DisableLocalAuth"]!.GetValue<bool>());
        Assert.True(deployment.Only("Microsoft.OperationalInsights/workspaces")["properties"]!["features"]!["disableLocalAuth"]!.GetValue<bool>());
        Assert.All(
            deployment.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False(policy["properties"]!["allow"]!.GetValue<bool>()));
        Assert.Equal("UserAssignedIdentity", $"{package["authentication"]!["type"]}");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_app_runs_on_the_framework_that_it_is_built_for(string environment)
    {
        var runtime = (await Deployment.OfAsync(environment)).Only("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!;

        Assert.Equal("dotnet-isolated", $"{runtime["name"]}");
        Assert.Contains($"<TargetFramework>net{runtime["version"]}</TargetFramework>", Repository.Read("Directory.Build.props"));
    }

    [Fact]
    public async Task Instances_are_kept_ready_for_functions_that_there_are()
    {
        var site = (await Deployment.OfAsync("prod")).Only("Microsoft.Web/sites");
        var groups = site["properties"]!["functionAppConfig"]!["scaleAndConcurrency"]!["alwaysReady"]!.AsArray().Select(each => $"{each!["name"]}");
        var functions = FunctionCatalog.In(typeof(EvaluateScenario).Assembly).Select(function => $"function:{function.Name}");

        Assert.All(groups, group => Assert.Contains(group, functions.Append("http")));
    }

    [Fact]
    public async Task Production_is_reached_through_its_own_network_and_cannot_be_deleted_by_mistake()
    {
        var deployment = await Deployment.OfAsync("prod");

        Assert.Equal("Disabled", $"{deployment.Only(Account)["properties"]!["publicNetworkAccess"]}");
        Assert.Equal(3, deployment.All("Microsoft.Network/privateEndpoints").Count);
        Assert.Equal(3, deployment.All("Microsoft.Network/privateDnsZones").Count);
        Assert.NotNull(deployment.Only("Microsoft.Web/sites")["properties"]!["virtualNetworkSubnetId"]);
        Assert.Equal("CanNotDelete", $"{deployment.Only("Microsoft.Authorization/locks")["properties"]!["level"]}");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Every_month_has_a_budget_that_somebody_is_told_of(string environment)
    {
        var budget = (await Deployment.OfAsync(environment)).Only("Microsoft.Consumption/budgets")["properties"]!;

        Assert.True(budget["amount"]!.GetValue<int>() > 0);
        Assert.All(budget["notifications"]!.AsObject(), told => Assert.NotEmpty(told.Value!["contactRoles"]!.AsArray()));
    }

    /// <summary>All names but those of queues.</summary>
    private static IEnumerable<string> Tables() =>
        from property in typeof(StorageNames).GetProperties()
        where property.Name != nameof(StorageNames.Prefix) && !property.Name.EndsWith("Queue", StringComparison.Ordinal)
            && !property.Name.EndsWith("Messages", StringComparison.Ordinal)
        select (string)property.GetValue(new StorageNames())!;

    /// <summary>Of the resource that a role is given on, whose id the assignment's begins with.</summary>
    private static string ResourceType(JsonObject assignment) =>
        string.Join('/', $"{assignment["id"]}".Split("/providers/")[1].Split('/')[..2]);
}
