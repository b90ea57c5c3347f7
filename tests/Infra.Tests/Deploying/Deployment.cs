using System.Text.Json.Nodes;

namespace Parley.Infra.Tests.Deploying;

/// <summary>What one environment's parameters would deploy, every expression evaluated that does not depend on what is deployed.</summary>
internal sealed class Deployment
{
    private const string Subscription = "11111111-1111-1111-1111-111111111111";
    private const string Tenant = "22222222-2222-2222-2222-222222222222";

    private static readonly Dictionary<string, Lazy<Task<Deployment>>> Environments =
        new[] { "dev", "prod" }.ToDictionary(name => name, name => new Lazy<Task<Deployment>>(() => PredictAsync(name)));

    private readonly IReadOnlyList<JsonObject> resources;

    private Deployment(IReadOnlyList<JsonObject> resources) => this.resources = resources;

    /// <summary>Predicted once for all tests.</summary>
    public static Task<Deployment> OfAsync(string environment) => Environments[environment].Value;

    public IReadOnlyList<JsonObject> All(string type) => [.. resources.Where(each => $"{each["type"]}" == type)];

    public JsonObject Only(string type) => Assert.Single(All(type));

    /// <summary>The last part of the names of all resources of a type.</summary>
    public IEnumerable<string> Names(string type) => All(type).Select(each => $"{each["name"]}".Split('/')[^1]);

    public JsonObject AppConfig(string name) =>
        All("Microsoft.Web/sites/config").Single(each => $"{each["name"]}".EndsWith($"/{name}", StringComparison.Ordinal))["properties"]!.AsObject();

    private static async Task<Deployment> PredictAsync(string environment)
    {
        using var copy = new Copy();
        var (exitCode, _, remarks) = await BicepCommand.RunAsync(
            copy.Folder, "snapshot", $"{environment}.bicepparam", "--mode", "overwrite", "--subscription-id", Subscription, "--tenant-id", Tenant);
        Assert.True(exitCode == 0, remarks);
        var snapshot = JsonNode.Parse(await File.ReadAllTextAsync(copy.PathOf($"{environment}.snapshot.json")))!;
        Assert.Empty(snapshot["diagnostics"]!.AsArray());
        return new Deployment([.. snapshot["predictedResources"]!.AsArray().Select(each => each!.AsObject())]);
    }
}
