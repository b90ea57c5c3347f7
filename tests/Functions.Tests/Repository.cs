namespace Parley.Functions.Tests;

/// <summary>The files that this was built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Parley.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
