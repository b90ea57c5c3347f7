namespace Parley.Local;

/// <summary>What <c>npm ci</c> has put under <c>infra/local</c>, found from wherever the program was built to.</summary>
internal sealed record AzuriteFiles(string EntryPoint, string ChildScript)
{
    public static AzuriteFiles Find(string startingAt)
    {
        for (var folder = new DirectoryInfo(startingAt); folder is not null; folder = folder.Parent)
        {
            var local = Path.Combine(folder.FullName, "infra", "local");
            var files = new AzuriteFiles(
                Path.Combine(local, "node_modules", "azurite", "dist", "src", "azurite.js"),
                Path.Combine(local, "azurite-child.cjs"));
            if (File.Exists(files.EntryPoint))
                return files;
        }

        throw new AzuriteUnavailableException("Azurite is not installed: run `bash infra/local/setup.sh` once.");
    }
}
