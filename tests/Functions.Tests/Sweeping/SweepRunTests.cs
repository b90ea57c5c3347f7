using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Contracts;
using Parley.Engine;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

public sealed class SweepRunTests(SharedAzurite azurite)
{
    [Fact]
    public async Task Every_so_many_th_variant_can_be_asked_for_page_by_page_without_missing_one()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        var all = (await app.VariantsAsync(id, "?limit=10000")).Json["variants"]!.AsArray();

        var read = new List<JsonNode>();
        for (string? next = "?from=3&limit=40&step=7"; next is not null;)
        {
            var page = (await app.VariantsAsync(id, next)).Json;
            read.AddRange(page["variants"]!.AsArray()!);
            next = page["next"]?.ToString() is { } address ? address[address.IndexOf('?')..] : null;
        }

        Assert.Equal(
            all.Where((_, number) => number >= 3 && (number - 3) % 7 == 0).Select(variant => variant!.ToJsonString()), read.Select(variant => variant.ToJsonString()));
    }

    [Theory]
    [InlineData("?step=0")]
    [InlineData("?step=1001")]
    [InlineData("?step=-1")]
    [InlineData("?step=two")]
    public async Task A_step_that_is_none_is_refused(string query)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();

        var answer = await app.VariantsAsync(id, query);

        Assert.Equal((400, "step"), (answer.Status, $"{Assert.Single(answer.Json["problems"]!.AsArray())!["parameter"]}"));
    }

    [Fact]
    public async Task A_page_goes_over_a_bounded_number_of_variants_however_large_the_step()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: 20_000));

        var page = (await app.VariantsAsync(id, "?limit=10000&step=3")).Json;

        Assert.Equal($"/api/sweeps/{id}/variants?from=9999&limit=10000&step=3", $"{page["next"]}");
    }

    [Fact]
    public async Task A_sweep_is_handed_out_chunk_by_chunk_and_summarised()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();

        await app.RunSweepMessageAsync();
        Assert.Equal([0, 1, 2], (await app.SweepMessagesAsync()).Select(message => message.Chunk!.Value).Order());
        Assert.Equal(ScenarioStatus.Running, (await app.SweepRowAsync(id)).Status);
        await app.RunSweepMessagesAsync();

        var answer = await app.SweepAsync(id);
        Assert.Equal(("Succeeded", EngineVersion.Current), (answer["status"], answer["engineVersion"]));
        Assert.Equal((Sweeps.Variants, Sweeps.Variants), (Count(answer, "variants"), Count(answer, "variantsDone")));
        Assert.Equal(Sweeps.Variants, answer.Json["summary"]!["variants"]!.GetValue<int>());
        Assert.NotNull(answer.Json["summary"]!["front"]);
        Assert.DoesNotContain(await app.SweepRows().RowsAsync(), row => row.RowKey.StartsWith("o|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_stored_is_what_the_engine_says_byte_by_byte()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        var situation = Shipped.Situations(Path.Combine(AppContext.BaseDirectory, "Documents")).Single().Value;
        var sweep = SweepReader.Read((await app.SweepInputsAsync(id)).Body, situation).Value!;

        var expected = Sweeper.Evaluate(situation, sweep, 0, Sweeps.Variants, TestContext.Current.CancellationToken);
        var stored = await app.Get<SweepChunkTable>().NumbersAsync(await app.SweepRowAsync(id), expected.Means.Count, 0, Sweeps.Chunks, TestContext.Current.CancellationToken);

        Assert.Equal([0, 500, 1_000], stored.Select(chunk => chunk.First));
        Assert.Equal(expected.Means, Enumerable.Range(0, expected.Means.Count).Select(q => stored.SelectMany(chunk => chunk.Means[q]).ToArray()));
        Assert.Equal(expected.Errors, Enumerable.Range(0, expected.Errors.Count).Select(q => stored.SelectMany(chunk => chunk.Errors[q]).ToArray()));
    }

    [Fact]
    public async Task While_it_runs_it_tells_what_is_there_under_a_tag_that_changes_with_it()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        var before = await app.SweepAsync(id);

        await app.WorkAsync(id, chunk: 2);
        var after = await app.SweepAsync(id);
        var same = await app.SweepAsync(id, request => request.Headers.IfNoneMatch = after.Headers.ETag);

        Assert.Equal((0, 100), (Count(before, "variantsDone"), Count(after, "variantsDone")));
        Assert.Null(before.Json["summary"]);
        Assert.Equal(100, after.Json["summary"]!["variants"]!.GetValue<int>());
        Assert.Null(after.Json["summary"]!["front"]);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal("1", $"{after.Headers.RetryAfter}");
        Assert.Equal(304, same.Status);
    }

    [Fact]
    public async Task Progress_summary_and_tag_are_of_one_moment_though_a_chunk_is_done_meanwhile()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await worker.WorkAsync(id);
        await worker.WorkAsync(id, chunk: 2);
        var here = Wire.Once(call => call.Method == "GET" && call.Touches("Digest"));
        app.Wire.Before = async (call, _) =>
        {
            if (here(call))
                await worker.WorkAsync(id, chunk: 0);
        };

        var answer = await app.SweepAsync(id);

        Assert.Equal((600, 600), (Count(answer, "variantsDone"), answer.Json["summary"]!["variants"]!.GetValue<int>()));
        Assert.Equal(304, (await app.SweepAsync(id, request => request.Headers.IfNoneMatch = answer.Headers.ETag)).Status);
    }

    [Fact]
    public async Task Variants_come_in_pages_with_their_terms_and_numbers()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();

        var (first, numbers) = (await app.VariantsAsync(id, "?limit=700"), new List<int>());
        for (var page = first; ; page = await app.VariantsAsync(id, new Uri(new Uri("http://parley"), page["next"]).Query))
        {
            numbers.AddRange(page.Json["variants"]!.AsArray().Select(variant => variant!["number"]!.GetValue<int>()));
            if (page.Json["next"] is null)
                break;
        }

        Assert.Equal(Enumerable.Range(0, Sweeps.Variants), numbers);
        Assert.Equal(["discharge", "payment"], first.Json["terms"]!.AsArray().Select(term => $"{term}"));
        var variant = first.Json["variants"]![699]!;
        Assert.Equal((2, 2, 2, 3), (variant["terms"]!.AsArray().Count, variant["outputs"]!.AsArray().Count, variant["standardErrors"]!.AsArray().Count, variant["impacts"]!.AsArray().Count));
        Assert.InRange(variant["outputs"]![0]!.GetValue<double>(), 0, 1);
    }

    [Fact]
    public async Task A_variant_submitted_as_a_scenario_has_the_same_numbers()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        var variant = (await app.VariantsAsync(id, "?from=777&limit=1")).Json["variants"]![0]!;
        var terms = variant["terms"]!.AsArray().Select(term => term!.GetValue<double>().ToString("R", CultureInfo.InvariantCulture)).ToArray();

        var scenario = await app.AcceptedAsync(Requests.Scenario().Replace(
            "{\"discharge\":50,\"payment\":40}", $"{{\"discharge\":{terms[0]},\"payment\":{terms[1]}}}", StringComparison.Ordinal));
        await app.RunMessagesAsync();

        // The same draws, added up in another order.
        const double rounding = 1e-9;
        var impacts = (await app.ImpactsAsync(scenario)).Json;
        Assert.Equal(impacts["jointAcceptance"]!["probability"]!["value"]!.GetValue<double>(), variant["outputs"]![0]!.GetValue<double>(), rounding);
        Assert.Equal(
            impacts["impacts"]!.AsArray().Select(impact => Math.Round(impact!["noDeal"]!["mean"]!["value"]!.GetValue<double>(), 8)),
            variant["impacts"]!.AsArray().Select(impact => Math.Round(impact!.GetValue<double>(), 8)));
    }

    [Fact]
    public async Task For_a_spreadsheet_there_is_a_line_a_variant()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: 12));
        await app.RunSweepMessagesAsync();

        var answer = await app.VariantsAsync(id, request: request => request.Headers.Accept = "text/csv");

        var lines = System.Text.Encoding.UTF8.GetString(answer.Body).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(13, lines.Length);
        Assert.StartsWith("number,discharge,payment,All who must sign accept (1) or not (0)", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("impact.town,impact.port,impact.agency", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_variants_that_is_not_understood_is_refused_with_all_its_problems()
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(["colour", "from", "limit"], (await app.VariantsAsync(Guid.Empty, "?from=-1&limit=100000&colour=red")).Parameters.Order());
    }

    [Fact]
    public async Task In_quiet_operation_a_chunk_costs_six_storage_calls_and_its_message_two()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        app.Wire.Forget();

        await app.WorkAsync(id, chunk: 0);

        // Row, chunk, claim, numbers, chunks, row; the host receives and deletes the message. The situation is known after the first time.
        Assert.InRange(app.Wire.Calls.Count, 6, 7);
    }

    private static int Count(Answer answer, string member) => answer.Json["progress"]![member]!.GetValue<int>();
}
