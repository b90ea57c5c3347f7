using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Parley.Functions.Tests;

public sealed partial class ArchitectureTests
{
    [Theory]
    [InlineData("shared/Engine/Engine.csproj")]
    [InlineData("shared/Contracts/Contracts.csproj", "Engine")]
    [InlineData("functions/Functions.csproj", "Contracts")]
    [InlineData("infra/local/LocalHost/LocalHost.csproj", "Azurite", "Contracts", "Worker")]
    public void Engine_Contracts_functions_local_host_stand_in_one_line(string project, params string[] references)
    {
        var named = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Equal(references, named.Order());
    }

    [Fact]
    public void The_local_host_compiles_the_functions_themselves()
    {
        Assert.Contains("../../../functions/**/*.cs", Repository.Read("infra/local/LocalHost/LocalHost.csproj"));
    }

    [Fact]
    public void Only_one_folder_knows_tables_and_queues()
    {
        var others = Sources().Where(source => !source.Path.StartsWith("Storage/", StringComparison.Ordinal) && AzureStorage().IsMatch(source.Text));

        Assert.Empty(others.Select(source => source.Path));
    }

    [Fact]
    public void Keys_are_built_in_one_file()
    {
        Assert.Equal(["Storage/Keys.cs"], Sources().Where(source => KeyText().IsMatch(source.Text)).Select(source => source.Path));
    }

    [Fact]
    public void Filters_are_built_by_the_client_that_escapes_them()
    {
        Assert.DoesNotContain(Sources(), source => HandmadeFilter().IsMatch(source.Text.Replace("CreateQueryFilter(\n", "CreateQueryFilter(", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_sources_compile_anywhere_without_conditions()
    {
        Assert.DoesNotContain(Sources(), source => source.Text.Contains("#if", StringComparison.Ordinal));
        Assert.DoesNotContain("Condition=", Repository.Read("functions/Functions.csproj"));
    }

    private static IEnumerable<(string Path, string Text)> Sources()
    {
        var root = Path.Combine(Repository.Root, "functions");
        return Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(source => !source.Item1.StartsWith("obj/", StringComparison.Ordinal) && !source.Item1.StartsWith("bin/", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"using Azure;|Azure\.(Data|Storage)")]
    private static partial Regex AzureStorage();

    [GeneratedRegex(@"""[a-z]\|")]
    private static partial Regex KeyText();

    [GeneratedRegex("""(?<!CreateQueryFilter\(\s*)\$"[^"]*(PartitionKey|RowKey) (eq|ge|gt|lt|le) """)]
    private static partial Regex HandmadeFilter();
}
