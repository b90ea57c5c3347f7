using System.Text;

namespace Parley.Contracts.Tests;

public class SyntaxTests
{
    [Theory]
    [InlineData("", "The document is empty but must be a JSON object.")]
    [InlineData(" \r\n\t", "The document is empty but must be a JSON object.")]
    [InlineData("[]", "The document is a list but must be an object.")]
    [InlineData("null", "The document is null but must be an object.")]
    [InlineData("\uFEFF{}", "The document starts with a byte order mark but must be UTF-8 without one.")]
    [InlineData("""{ "title": "\ud800" }""", "The document holds half of a surrogate pair in the text at line 1, column 12.")]
    [InlineData("""{ "\udc00": 1 }""", "The document holds half of a surrogate pair in the text at line 1, column 3.")]
    public void What_is_not_a_document_is_one_problem(string json, string detail)
    {
        Assert.Equal([new Problem("", detail)], ScenarioReader.Read(Encoding.UTF8.GetBytes(json)).Problems);
        Assert.Equal([new Problem("", detail)], SituationReader.Read(Encoding.UTF8.GetBytes(json)).Problems);
    }

    [Theory]
    [InlineData("{ \"title\": \"é\",\n  \"draws\": NaN }", "line 2, column 12")]
    [InlineData("{ \"draws\": 200, }", "line 1, column 17")]
    [InlineData("{ // why\n}", "line 1, column 3")]
    [InlineData("{} {}", "line 1, column 4")]
    [InlineData("{ \"é\": Infinity }", "line 1, column 8")]
    [InlineData("{ \"draws\": 01 }", "line 1, column 13")]
    [InlineData("{ \"title\": \"a\tb\" }", "line 1, column 14")]
    [InlineData("{ \"title\": \"a", "line 1, column 14")]
    public void What_is_not_JSON_is_told_with_its_place_as_an_editor_counts(string json, string place)
    {
        var problem = Assert.Single(ScenarioReader.Read(Encoding.UTF8.GetBytes(json)).Problems);
        Assert.StartsWith($"The document is not JSON at {place}: ", problem.Detail, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("reader", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_literal_does_not_bring_the_rest_of_the_document_into_the_sentence() => Assert.Equal(
        "The document is not JSON at line 1, column 11: 'tru, \"b\": \"" + new string('x', 49) + "…' is an invalid JSON literal. Expected the literal 'true'.",
        Assert.Single(ScenarioReader.Read(Encoding.UTF8.GetBytes("{ \"a\": tru, \"b\": \"" + new string('x', 5000) + "\" }")).Problems).Detail);

    [Fact]
    public void Invalid_UTF_8_is_told_with_its_place() => Assert.Equal(
        "The document is not valid UTF-8 at line 1, column 13.",
        Assert.Single(ScenarioReader.Read(Encoding.Latin1.GetBytes("{ \"title\": \"\u00C3(\" }")).Problems).Detail);

    [Fact]
    public void A_document_may_have_32_levels_and_no_more()
    {
        Assert.Contains(Nested(32), p => p.Pointer == "/x");
        Assert.Equal([new Problem("", "The document is nested deeper than 32 levels at line 1, column 39.")], Nested(33));
        Assert.Equal([new Problem("", "The document is nested deeper than 32 levels at line 1, column 39.")], Nested(10_000));
    }

    [Fact]
    public void A_document_may_have_its_number_of_bytes_and_no_more()
    {
        Assert.Empty(ScenarioReader.Read(Padded(ScenarioReader.MaxBytes, Sample.ScenarioJson)).Problems);
        Assert.Equal(
            [new Problem("", "The document has 262145 bytes but must have at most 262144.")],
            ScenarioReader.Read(Padded(ScenarioReader.MaxBytes + 1, Sample.ScenarioJson)).Problems);
        Assert.Equal(
            [new Problem("", "The document has 1048577 bytes but must have at most 1048576.")],
            SituationReader.Read(Padded(SituationReader.MaxBytes + 1, Sample.SituationJson)).Problems);
    }

    [Fact]
    public void A_repeated_member_is_refused_wherever_it_stands()
    {
        var json = Encoding.UTF8.GetString(Sample.ScenarioJson)
            .Replace("\"dam\": 0", "\"dam\": 0, \"dam\": 0", StringComparison.Ordinal)
            .Replace("\"seed\": 7", "\"seed\": 7, \"seed\": 8", StringComparison.Ordinal);
        Assert.Equal(
            [new Problem("/terms/dam", "dam is repeated but may appear only once."), new Problem("/seed", "seed is repeated but may appear only once.")],
            ScenarioReader.Read(Encoding.UTF8.GetBytes(json), Sample.Situation).Problems);
    }

    [Fact]
    public void Names_are_escaped_in_pointers_and_cut_in_sentences()
    {
        var name = "a/b~c\\u0000" + new string('x', 100);
        var problem = ScenarioReader.Read(Document.With(Sample.ScenarioJson, "/mark", "0 , \"" + name + "\": 1")).Problems[^1];
        Assert.Equal("/a~1b~0c\0" + new string('x', 100), problem.Pointer);
        Assert.StartsWith("a/b~c\uFFFD" + new string('x', 54) + "… is not known here;", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_problems_are_told_and_the_others_counted()
    {
        var json = $$"""{ {{string.Join(',', Enumerable.Range(0, 250).Select(i => $"\"x{i}\": 0"))}} }""";
        var problems = ScenarioReader.Read(Encoding.UTF8.GetBytes(json)).Problems;
        Assert.Equal(201, problems.Count);
        Assert.Equal(new Problem("", "There are 54 more problems; these are the first."), problems[^1]);
    }

    private static IReadOnlyList<Problem> Nested(int levels) => ScenarioReader.Read(Encoding.UTF8.GetBytes(
        $$"""{ "x": {{new string('[', levels - 1)}}{{new string(']', levels - 1)}} }""")).Problems;

    private static byte[] Padded(int length, byte[] json) => [.. json, .. Enumerable.Repeat((byte)' ', length - json.Length)];
}
