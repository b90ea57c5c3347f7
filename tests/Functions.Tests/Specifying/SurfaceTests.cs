using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Parley.Functions.Answering;
using Parley.Functions.Comparing;
using Parley.Functions.Reading;
using Parley.Functions.Specifying;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Specifying;

public sealed class SurfaceTests(SharedAzurite azurite)
{
    [Fact]
    public void The_table_holds_every_function_with_its_route_verb_and_level_and_nothing_else()
    {
        var triggers =
            from type in typeof(Door).Assembly.GetExportedTypes()
            from method in type.GetMethods()
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is not null && type.Namespace!.StartsWith("Parley.Functions", StringComparison.Ordinal)
            select (method.GetCustomAttribute<FunctionAttribute>()!.Name, trigger.Methods!.Single(), trigger.Route!, trigger.AuthLevel);

        var table = Surface.Operations.Select(operation => (operation.Name, operation.Verb, operation.Route, operation.Level));

        Assert.Equal(triggers.Order(), table.Order());
    }

    [Fact]
    public async Task The_document_is_served_and_is_valid_OpenAPI_3_1()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.CallAsync<GetOpenApi>((function, request) => function.RunAsync(request));

        var read = OpenApiDocument.Parse(System.Text.Encoding.UTF8.GetString(answer.Body), "json", new OpenApiReaderSettings());
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(Surface.Operations.Count, read.Document!.Paths.Sum(path => path.Value.Operations!.Count));
    }

    [Fact]
    public void The_document_is_made_once_and_stays_readable()
    {
        Assert.Same(OpenApi.Json, OpenApi.Json);
        Assert.InRange(OpenApi.Json.Length, 1, 160 * 1024);
    }

    [Fact]
    public void What_the_document_refers_to_is_in_it_and_what_is_in_it_is_referred_to()
    {
        var document = JsonNode.Parse(OpenApi.Json)!;
        var referred = Descendants(document).OfType<JsonObject>().Select(node => node["$ref"]?.ToString()).OfType<string>().Distinct();
        var held = document["components"]!["schemas"]!.AsObject().Select(schema => $"#/components/schemas/{schema.Key}");

        Assert.Equal(held.Order(), referred.Order());
    }

    [Fact]
    public async Task What_the_document_requires_of_a_question_is_refused_when_it_is_missing()
    {
        var required = Surface.Operations.SelectMany(operation => operation.Parameters.Where(each => each.IsRequired && each.In != "path").Select(each => (operation.Name, each.Name)));
        var written = JsonNode.Parse(OpenApi.Json)!["paths"]!["/api/compare"]!["get"]!["parameters"]!.AsArray().Where(each => each!["required"]!.GetValue<bool>());
        await using var app = await App.StartAsync(azurite);

        var answer = await app.CallAsync<CompareScenarios>((function, request) => function.RunAsync(request));
        var sweep = await app.SubmitSweepAsync(key: null);

        Assert.Equal([(nameof(CompareScenarios), "ids"), (nameof(SubmitSweep), "Idempotency-Key")], required);
        Assert.Equal(400, sweep.Status);
        Assert.Equal("ids", $"{Assert.Single(written)!["name"]}");
        Assert.Equal((400, "ids"), (answer.Status, Assert.Single(answer.Parameters)));
    }

    [Theory]
    [InlineData("/api/scenarios", "status", "Accepted,Running,Succeeded,Failed,Cancelling,Cancelled")]
    [InlineData("/api/scenarios", "kind", "constructed,proposal")]
    [InlineData("/api/sweeps", "status", "Accepted,Running,Succeeded,Failed,Cancelled")]
    [InlineData(
        "/api/scenarios/{id}/report/{part}",
        "part",
        "engineVersion,situation,situationVersion,situationHash,inputHash,seed,draws,horizon,shortHorizon,analyses,impacts,acceptance,effects,durability,measures,stability,bargaining,drivers,counterOffers,narration")]
    public void What_a_parameter_may_be_is_in_the_document(string path, string name, string words)
    {
        Assert.Equal(words.Split(','), WordsOf(path, name));
    }

    [Fact]
    public async Task Every_word_that_the_document_has_for_a_parameter_of_a_list_is_understood()
    {
        await using var app = await App.StartAsync(azurite);
        foreach (var word in WordsOf("/api/scenarios", "status"))
            Assert.Equal(200, (await app.ListAsync($"?status={word}")).Status);
        foreach (var word in WordsOf("/api/scenarios", "kind"))
            Assert.Equal(200, (await app.ListAsync($"?kind={word}")).Status);
        foreach (var word in WordsOf("/api/sweeps", "status"))
            Assert.Equal(200, (await app.ListSweepsAsync($"?status={word}")).Status);
    }

    [Fact]
    public async Task Every_part_that_the_document_knows_of_a_report_can_be_read_and_is_as_the_report_has_it()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "Fuzzing", "asking-for-all.json")));
        await app.RunMessagesAsync();
        var report = (await app.CallAsync<GetReport>((function, request) => function.RunAsync(request, $"{id}"))).Json.AsObject();

        Assert.Equal(Schemas.ReportParts, report.Select(part => part.Key));
        foreach (var (name, part) in report)
        {
            var answer = await app.CallAsync<GetReportPart>((function, request) => function.RunAsync(request, $"{id}", name));
            Assert.Equal((200, part!.ToJsonString()), (answer.Status, answer.Json.ToJsonString()));
        }
    }

    [Theory]
    [InlineData("""{"status":"live"}""", 200, true)]
    [InlineData("""{"status":"live","since":"yesterday"}""", 200, false)]
    [InlineData("""{"status":1}""", 200, false)]
    [InlineData("{}", 200, false)]
    [InlineData("""{"status":"live"}""", 201, false)]
    public async Task An_answer_that_the_document_does_not_know_fails_the_test_that_got_it(string body, int status, bool isKnown)
    {
        await using var app = await App.StartAsync(azurite);
        var headers = (await app.CallAsync<Watching.CheckLive>((function, request) => Task.FromResult(function.Run(request)))).Headers;

        var failure = await Record.ExceptionAsync(() =>
            Contract.CheckAsync(nameof(Watching.CheckLive), new Answer(status, headers, Json.ContentType, System.Text.Encoding.UTF8.GetBytes(body))));

        Assert.Equal(isKnown, failure is null);
    }

    private static IEnumerable<string> WordsOf(string path, string parameter)
    {
        var declared = Assert.Single(JsonNode.Parse(OpenApi.Json)!["paths"]![path]!["get"]!["parameters"]!.AsArray(), each => $"{each!["name"]}" == parameter)!;
        return declared["schema"]!["enum"]!.AsArray().Select(word => $"{word}");
    }

    private static IEnumerable<JsonNode?> Descendants(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Descendants(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Descendants).Prepend(node),
        _ => [node],
    };
}
