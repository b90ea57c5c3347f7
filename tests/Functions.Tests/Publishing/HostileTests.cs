using System.Text;
using System.Text.Json.Nodes;
using Parley.Functions.Publishing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Publishing;

public sealed class HostileTests(SharedAzurite azurite)
{
    private const int MaxBytes = 1_048_576;

    [Fact]
    public async Task Every_problem_is_reported_at_once_with_its_place()
    {
        await using var app = await App.StartAsync(azurite);
        var document = JsonNode.Parse(Requests.TreatyJson("Mine"))!;
        (document["id"], document["title"], document["colour"]) = ("lake-treaty", "", "red");
        document["stakeholders"]!["town"]!["influence"]!["low"] = 200;

        var answer = await app.PutAsync("river-treaty", document.ToJsonString());

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(["/colour", "/id", "/stakeholders/town/influence/low", "/title"], answer.Pointers.Order());
        Assert.Contains(
            "id is lake-treaty but must be river-treaty, the situation that this is sent as.",
            answer.Json["problems"]!.AsArray().Select(problem => $"{problem!["detail"]}"));
        Assert.Single(await app.VersionsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"river-treaty\"")]
    [InlineData("{} {}")]
    [InlineData("\0")]
    [InlineData("\uFEFF{}")]
    public async Task What_is_no_situation_at_all_is_refused(string body)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(400, (await app.PutAsync("river-treaty", body)).Status);
        Assert.Equal("false", (await app.CallAsync<ValidateSituation>((function, request) => function.RunAsync(request), App.Json(body)))["valid"]);
        Assert.Single(await app.VersionsAsync());
    }

    [Theory]
    [InlineData("""{"id":"river-treaty","id":"river-treaty"}""", "/id")]
    [InlineData("""{"issues":{"dam":1,"dam":2}}""", "/issues/dam")]
    public async Task A_repeated_member_is_refused(string body, string pointer)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Contains(pointer, (await app.PutAsync("river-treaty", body)).Pointers);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(500_000)]
    public async Task A_deep_body_is_refused(int depth)
    {
        await using var app = await App.StartAsync(azurite);
        var deep = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

        Assert.Equal(400, (await app.PutAsync("river-treaty", deep)).Status);
    }

    [Fact]
    public async Task A_body_of_one_mebibyte_is_read_and_one_byte_more_is_not_whether_or_not_it_says_so()
    {
        await using var app = await App.StartAsync(azurite);
        var fitting = Requests.TreatyJson("Mine").PadRight(MaxBytes - 1) + "\n";

        var announced = await app.PutAsync("river-treaty", fitting + " ");
        var unannounced = await app.PutAsync("river-treaty", fitting + " ", request => request.ContentLength = null);
        var read = await app.PutAsync("river-treaty", fitting);

        Assert.Equal((413, 413, 201), (announced.Status, unannounced.Status, read.Status));
    }

    [Fact]
    public async Task A_document_that_is_too_long_as_it_is_stored_is_refused_rather_than_never_read_again()
    {
        await using var app = await App.StartAsync(azurite);
        // Four bytes here, twelve in the canonical spelling.
        var body = WithTexts(600_000, () => "\U0001F54A");

        var answer = await app.PutAsync("river-treaty", body);

        Assert.InRange(Encoding.UTF8.GetByteCount(body), 500_000, MaxBytes);
        Assert.Equal((400, ""), (answer.Status, Assert.Single(answer.Pointers)));
        Assert.Contains("as it is stored", $"{answer.Json["problems"]![0]!["detail"]}");
        Assert.Equal("1", (await app.CurrentAsync()).Version);
    }

    [Fact]
    public async Task A_document_of_noise_that_no_row_holds_is_refused()
    {
        await using var app = await App.StartAsync(azurite);
        var random = new Random(1);
        // Nearly every byte that text can have, about as often as every other: most characters take one, the others two.
        char Next() => (char)(random.Next(100) < 73 ? random.Next(0x23, 0x7F) : random.Next(0xAE, 0x52F));
        var body = WithTexts(1_030_000, () => Next() is var character && character != '\\' ? $"{character}" : "");

        var answer = await app.PutAsync("river-treaty", body);

        Assert.InRange(Encoding.UTF8.GetByteCount(body), 1_000_000, MaxBytes);
        Assert.Equal(400, answer.Status);
        Assert.Contains("Compressed", $"{answer.Json["problems"]![0]!["detail"]}");
    }

    [Theory]
    [InlineData("|ids")]
    [InlineData("c|")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("River")]
    [InlineData("fluß")]
    [InlineData("' or 1 eq 1")]
    [InlineData("a%2Fb")]
    [InlineData("")]
    [InlineData("a\0")]
    [InlineData("a\n")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task An_id_that_is_none_is_refused_in_the_address_and_in_the_document(string id)
    {
        await using var app = await App.StartAsync(azurite);
        var document = JsonNode.Parse(Requests.TreatyJson("Mine"))!;
        document["id"] = id;

        var inAddress = await app.PutAsync(id, document.ToJsonString());
        var inDocument = await app.PutAsync("river-treaty", document.ToJsonString());

        Assert.Equal((400, 400), (inAddress.Status, inDocument.Status));
        Assert.Equal(["/id"], inDocument.Pointers);
        var partitions = (await app.SituationRows().RowsAsync()).Select(row => row.PartitionKey).Distinct().Order();
        Assert.Equal(["river-treaty", Keys.SituationIds], partitions.Order());
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("-")]
    [InlineData("versions")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task An_odd_id_is_an_id(string id)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(201, (await app.PutAsync(id, Requests.TreatyJson("Mine", id))).Status);
        Assert.Equal("Mine", (await app.SituationAsync(id))["title"]);
    }

    [Fact]
    public async Task What_is_not_sent_as_JSON_is_not_read()
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(415, (await app.PutTreatyAsync("Mine", request => request.ContentType = "text/plain")).Status);
    }

    [Fact]
    public async Task Validating_sums_up_what_was_understood_and_stores_nothing()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.CallAsync<ValidateSituation>((function, request) => function.RunAsync(request), App.Json(Requests.TreatyJson("Mine", "lake-treaty")));

        Assert.Equal((200, "true"), (answer.Status, answer["valid"]));
        var summary = answer.Json["summary"]!;
        Assert.Equal(("lake-treaty", "Mine", "4", "3"), ($"{summary["id"]}", $"{summary["title"]}", $"{summary["issues"]}", $"{summary["stakeholders"]}"));
        Assert.Empty(answer.Pointers);
        Assert.Equal(404, (await app.SituationAsync("lake-treaty")).Status);
        Assert.Equal($"{summary["hash"]}", (await app.PutAsync("lake-treaty", Requests.TreatyJson("Mine", "lake-treaty")))["hash"]);
    }

    /// <summary>The river treaty with more sources, which hold so many bytes of made-up characters.</summary>
    private static string WithTexts(int bytes, Func<string> next)
    {
        const int Longest = 1_900;
        var sources = new StringBuilder();
        for (var (left, number) = (bytes, 100); left > 0; number++)
        {
            var text = new StringBuilder();
            while (text.Length < Longest)
                text.Append(next());
            var source = $$"""
                "fact:F{{number}}":{"text":"{{text}}","status":"judgement"},
                """;
            left -= Encoding.UTF8.GetByteCount(source);
            sources.Append(source);
        }

        return Requests.TreatyJson("Mine").Replace("\"sources\":{", $"\"sources\":{{{sources}", StringComparison.Ordinal);
    }
}
