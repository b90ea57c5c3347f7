using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Answering;
using Parley.Functions.Specifying;
using Parley.Local;

namespace Parley.Infra.Tests.Publishing;

[Collection(PublishedApp.Collection)]
public sealed partial class PublishedAppTests(PublishedApp app)
{
    [Fact]
    public void The_genuine_host_is_told_of_the_same_functions_as_the_local_one()
    {
        var local = FunctionCatalog.In(typeof(Door).Assembly).Select(function => $"{function.Name} = {Entry(function)}: {Described(function.Trigger)}");

        Assert.Equal(local.Order(), Functions().Select(function => $"{function["name"]} = {function["entryPoint"]}: {Described(Trigger(function))}").Order());
    }

    [Fact]
    public void The_surface_holds_every_route_that_the_genuine_host_is_told_of()
    {
        var routes = Functions().Select(Trigger).Where(trigger => $"{trigger["type"]}" == "httpTrigger").Select(Described);

        Assert.Equal(Surface.Operations.Select(each => $"http {each.Verb} {each.Route} {each.Level}").Order(), routes.Order());
    }

    [Fact]
    public void The_host_gets_the_extension_that_listens_to_queues()
    {
        var extensions = app.Json("extensions.json")["extensions"]!.AsArray();

        Assert.Contains("AzureStorageQueues", extensions.Select(extension => $"{extension!["name"]}"));
        Assert.All(extensions, extension => Assert.True(File.Exists(app.PathOf($"{extension!["hintPath"]}"))));
    }

    [Fact]
    public void The_worker_that_the_host_is_told_to_start_is_there()
    {
        var worker = app.Json("worker.config.json")["description"]!;

        Assert.Equal("dotnet-isolated", $"{worker["language"]}");
        Assert.True(File.Exists(app.PathOf($"{worker["defaultWorkerPath"]}")));
    }

    [Theory]
    [InlineData("functions/host.json", "host.json")]
    [InlineData("shared/Situations", "Situations")]
    [InlineData("shared/Scenarios", "Scenarios")]
    public void What_the_app_reads_lies_beside_it(string source, string published)
    {
        Assert.Equal(Contents(Repository.PathOf(source)), Contents(app.PathOf(published)));
    }

    [Fact]
    public void The_page_lies_beside_it()
    {
        Assert.True(File.Exists(app.PathOf("page/index.html")));
    }

    [Fact]
    public void Nothing_of_the_local_host_and_no_local_setting_is_deployed()
    {
        var files = Directory.GetFiles(app.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(app.Folder, file));

        Assert.DoesNotContain(files, file => LocalOnly().IsMatch(file));
    }

    [Fact]
    public void The_attributes_are_those_of_the_official_packages()
    {
        var references = References().ToDictionary(reference => reference.Name, reference => reference.IsSigned);

        Assert.DoesNotContain("Parley.Worker", references.Keys);
        Assert.True(references["Microsoft.Azure.Functions.Worker.Core"], "The stand-in has no key.");
        Assert.True(references["Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues"]);
        Assert.True(references["Microsoft.Azure.Functions.Worker.Extensions.Timer"]);
        Assert.True(references["Microsoft.Azure.Functions.Worker.Extensions.Http"]);
    }

    private IEnumerable<JsonNode> Functions() => app.Json("functions.metadata").AsArray().Select(function => function!);

    private static JsonNode Trigger(JsonNode function) =>
        function["bindings"]!.AsArray().Single(binding => $"{binding!["type"]}".EndsWith("Trigger", StringComparison.Ordinal))!;

    private static string Entry(FunctionDefinition function) => $"{function.Class.FullName}.{function.Method.Name}";

    private static string Described(JsonNode trigger) => $"{trigger["type"]}" switch
    {
        "httpTrigger" => $"http {trigger["methods"]!.AsArray().Single()} {trigger["route"]} {trigger["authLevel"]}",
        "queueTrigger" => $"queue {trigger["queueName"]} {trigger["connection"]}",
        "timerTrigger" => $"timer {trigger["schedule"]}",
        _ => $"{trigger}",
    };

    private static string Described(Attribute trigger) => trigger switch
    {
        HttpTriggerAttribute http => $"http {http.Methods!.Single()} {http.Route} {http.AuthLevel}",
        QueueTriggerAttribute queue => $"queue {queue.QueueName} {queue.Connection}",
        TimerTriggerAttribute timer => $"timer {timer.Schedule}",
        _ => $"{trigger}",
    };

    private IEnumerable<(string Name, bool IsSigned)> References()
    {
        using var image = new PEReader(File.OpenRead(app.PathOf("Parley.Functions.dll")));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Select(reference => (metadata.GetString(reference.Name), !reference.PublicKeyOrToken.IsNil))];
    }

    /// <summary>Of a file, or of all JSON files of a folder that are shipped.</summary>
    private static IEnumerable<(string, string)> Contents(string path) =>
        from file in File.Exists(path) ? new[] { path } : Directory.GetFiles(path, "*.json")
        orderby file
        select (Path.GetFileName(file), File.ReadAllText(file));

    [GeneratedRegex(@"local\.settings|Parley\.(LocalHost|Azurite|Worker)\b")]
    private static partial Regex LocalOnly();
}
