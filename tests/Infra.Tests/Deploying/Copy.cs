namespace Parley.Infra.Tests.Deploying;

/// <summary>A copy of the Bicep files and what they read, for commands that write beside them.</summary>
internal sealed class Copy : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("parley-bicep");

    public Copy()
    {
        var files = Directory.GetFiles(Repository.PathOf("infra/azure"), "*", SearchOption.AllDirectories)
            .Append(Repository.PathOf("local.settings.sample.json"));
        foreach (var file in files)
        {
            var copied = Path.Combine(root.FullName, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copied)!);
            File.Copy(file, copied);
        }
    }

    public string Folder => Path.Combine(root.FullName, "infra", "azure");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Dispose() => root.Delete(recursive: true);
}
