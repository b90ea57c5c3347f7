namespace Parley.Infra.Tests.Deploying;

public sealed class BicepTests
{
    private static readonly string Folder = Repository.PathOf("infra/azure");

    [Theory]
    [InlineData("**/*.bicep")]
    [InlineData("**/*.bicepparam")]
    public async Task The_compiler_and_the_linter_have_nothing_to_say(string files)
    {
        var (exitCode, output, remarks) = await BicepCommand.RunAsync(Folder, "lint", "--pattern", files);

        Assert.Equal((0, "", ""), (exitCode, output.Trim(), remarks.Trim()));
    }

    [Fact]
    public async Task Files_are_formatted()
    {
        using var copy = new Copy();
        var files = Directory.GetFiles(copy.Folder, "*.bicep*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".json").ToArray();

        await BicepCommand.RunAsync(copy.Folder, "format", "--pattern", "**/*.bicep*");

        Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(Folder, Path.GetRelativePath(copy.Folder, file))), File.ReadAllText(file)));
    }

    [Fact]
    public async Task What_the_linter_only_warns_of_elsewhere_is_an_error_here()
    {
        using var copy = new Copy();
        await File.WriteAllTextAsync(copy.PathOf("faulty.bicep"), "param unused    string\n", TestContext.Current.CancellationToken);

        var (exitCode, _, remarks) = await BicepCommand.RunAsync(copy.Folder, "lint", "--pattern", "**/*.bicep");
        await BicepCommand.RunAsync(copy.Folder, "format", "--pattern", "**/*.bicep*");

        Assert.Equal(1, exitCode);
        Assert.Contains("Error no-unused-params", remarks);
        Assert.Equal("param unused string\n", await File.ReadAllTextAsync(copy.PathOf("faulty.bicep"), TestContext.Current.CancellationToken));
    }
}
