namespace Parley.Page.Tests.Running;

/// <summary>The files as they are checked out.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Parley.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests run outside the checkout");
        return folder.FullName;
    }
}
