namespace Parley.Infra.Tests;

/// <summary>The files that this was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Parley.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
