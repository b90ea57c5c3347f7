using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parley.Contracts.Tests;

public sealed partial class NeutralityTests
{
    /// <summary>Words of titles and names that any situation might use; "European" stands in the title of a book that is cited.</summary>
    private static readonly string[] Ordinary =
    [
        "Agreement", "Blue", "Cooperative", "Council", "Dam", "European", "Framework", "Grand", "House", "Kingdom", "People", "Peoples", "Representatives",
        "Sovereignty", "States", "The", "Union", "United", "Upstream",
    ];

    public static TheoryData<string> Folders => ["shared/Engine", "shared/Contracts", "functions", "infra/local"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_source_holds_no_word_of_a_shipped_situation(string folder)
    {
        var words = ShippedJson.Situations.Values.SelectMany(Words).Concat(ShippedJson.Scenarios.Keys).Distinct().ToArray();
        var sources = Repository.Sources(folder, ".cs", ".csproj", ".sh", ".cjs").ToArray();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Empty(Found(words, File.ReadAllText(source)).Select(word => $"{Path.GetFileName(source)}: {word}")));
    }

    [Theory]
    [InlineData("ukraine-settlement", "Ukraine", "Russia", "NATO", "Moscow", "european-union", "l06-format-nato")]
    [InlineData("blue-nile-dam", "Ethiopia", "Egypt", "Sudan", "Nile", "water-shares", "egypt-goes-to-council", "policy-2021")]
    public void The_words_looked_for_are_names_and_ids_of_the_documents(string situation, params string[] some) =>
        Assert.Empty(some.Append(situation).Except(Words(ShippedJson.Situations[situation])));

    [Theory]
    [InlineData("gives way to Russia.", true)]
    [InlineData("issue == \"water-shares\"", true)]
    [InlineData("RUSSIA", true)]
    [InlineData("the prussian blue of the house", false)]
    public void A_word_is_found_whole_and_in_any_case(string text, bool found) =>
        Assert.Equal(found, Found(["Russia", "water-shares"], text).Any());

    private static IEnumerable<string> Found(IEnumerable<string> words, string text) =>
        Regex.Matches(text, $@"\b({string.Join('|', words.Select(Regex.Escape))})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            .Select(match => match.Value);

    /// <summary>Its own id, the ids within that are not one plain word, and the proper names in its title and its stakeholders'.</summary>
    private static IEnumerable<string> Words(JsonElement situation)
    {
        var ids = ShippedJson.Objects(situation).Select(o => o.Pointer.Split('/')[^1]).Where(id => DistinctiveId().IsMatch(id));
        var stakeholders = ShippedJson.At(situation, "/stakeholders")!.Value.EnumerateObject().Select(m => ShippedJson.Text(m.Value, "name")!);
        var names = stakeholders.Prepend(ShippedJson.Text(situation, "title")!).SelectMany(name => Name().Matches(name).Select(m => m.Value));
        return [ShippedJson.Text(situation, "id")!, .. ids, .. names.Except(Ordinary)];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)+$")]
    private static partial Regex DistinctiveId();

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]+")]
    private static partial Regex Name();
}
