namespace Parley.Contracts.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("parley-");

    public LoadingTests()
    {
        directory.CreateSubdirectory("Situations");
        directory.CreateSubdirectory("Scenarios");
        Write("Situations/river-treaty.json", Sample.SituationJson);
    }

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void Every_document_beside_the_assembly_can_be_read()
    {
        Assert.Equal(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Situations")).Length, Shipped.Situations().Count);
        Assert.NotEmpty(Shipped.Situations());
        Assert.NotEmpty(Shipped.Scenarios());
    }

    [Fact]
    public void Every_document_beside_the_assembly_reads_back_from_its_canonical_form()
    {
        Assert.All(Shipped.Situations(), s => Assert.Equivalent(s.Value, SituationReader.Read(CanonicalJson.Of(s.Value)).Value, strict: true));
        Assert.All(Shipped.Scenarios(), s => Assert.Equivalent(s.Value, ScenarioReader.Read(CanonicalJson.Of(s.Value)).Value, strict: true));
    }

    [Fact]
    public void Documents_come_in_the_order_of_their_names_without_expected_results()
    {
        Write("Scenarios/b.json", Sample.ScenarioJson);
        Write("Scenarios/a.json", Sample.ScenarioJson);
        Write("Scenarios/a.expected.json", "{}"u8.ToArray());
        Assert.Equal(["a", "b"], Shipped.Scenarios(directory.FullName).Select(s => s.Name));
    }

    [Fact]
    public void A_document_with_problems_stops_the_loading_and_all_are_listed()
    {
        Write("Scenarios/a.json", Document.With(Document.With(Sample.ScenarioJson, "/draws", "1"), "/seed", "-1"));
        var exception = Assert.Throws<InvalidDataException>(() => Shipped.Scenarios(directory.FullName));
        Assert.Equal(
            """
            Scenarios/a.json cannot be read:
              /draws: draws is 1 but must be a multiple of 20 from 200 to 1000000.
              /seed: seed is -1 but must be a whole number from 0 to 9007199254740991.
            """,
            exception.Message);
    }

    [Fact]
    public void A_scenario_of_a_situation_that_is_not_shipped_is_refused()
    {
        Write("Scenarios/a.json", Document.With(Sample.ScenarioJson, "/situation", "\"lake\""));
        var exception = Assert.Throws<InvalidDataException>(() => Shipped.Scenarios(directory.FullName));
        Assert.Contains("/situation: situation is lake but must be one that is shipped.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_situation_is_named_after_its_id()
    {
        Write("Situations/lake.json", Sample.SituationJson);
        var exception = Assert.Throws<InvalidDataException>(() => Shipped.Situations(directory.FullName));
        Assert.Equal("Situations/lake.json holds river-treaty but must be named after it.", exception.Message);
    }

    private void Write(string file, byte[] json) => File.WriteAllBytes(Path.Combine(directory.FullName, file), json);
}
