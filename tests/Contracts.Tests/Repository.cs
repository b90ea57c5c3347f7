namespace Parley.Contracts.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] BuildFolders = ["obj", "bin", "node_modules"];

    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Written by hand: what a build leaves is passed over.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] endings) =>
        Directory.GetFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file)))
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(BuildFolders).Any());

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Parley.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests run outside the checkout");
        }

        return folder.FullName;
    }
}
