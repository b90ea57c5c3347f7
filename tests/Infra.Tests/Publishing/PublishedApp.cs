using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Parley.Infra.Tests.Publishing;

/// <summary>The app as it is deployed, published once for all tests.</summary>
[CollectionDefinition(Collection)]
public sealed class PublishedApp : IAsyncLifetime, ICollectionFixture<PublishedApp>
{
    public const string Collection = "the published app";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-published");

    public string Folder => folder.FullName;

    public async ValueTask InitializeAsync()
    {
        var package = Path.Combine(Folder, "parley.zip");
        var (exitCode, output) = await Script.RunAsync("infra/azure/publish.sh", package);
        Assert.True(exitCode == 0, output);
        await ZipFile.ExtractToDirectoryAsync(package, Folder);
        File.Delete(package);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(PathOf(file)))!;
}
