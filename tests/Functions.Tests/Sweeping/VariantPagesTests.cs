using System.Text.Json.Nodes;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Page by page through a sweep of which chunks are missing.</summary>
public sealed class VariantPagesTests(SharedAzurite azurite)
{
    private const int Size = 20_000;
    private static readonly int[] Done = [0, 21, 22, 38];

    [Theory]
    [InlineData("?limit=1000", 0, 1)]
    [InlineData("?limit=100", 0, 1)]
    [InlineData("", 0, 1)]
    [InlineData("?from=501&limit=7&step=13", 501, 13)]
    [InlineData("?from=3&limit=5&step=1000", 3, 1000)]
    [InlineData("?from=19999", 19999, 1)]
    public async Task Of_a_cancelled_sweep_no_page_is_empty_while_others_follow_and_no_variant_is_missed(string query, int from, int step)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await CancelledAsync(app);

        var read = await FollowAsync(app, id, query);

        var there = Done.SelectMany(chunk => Enumerable.Range(chunk * 500, 500)).Where(number => number >= from && (number - from) % step == 0);
        Assert.Equal(there, read);
    }

    [Fact]
    public async Task A_damaged_chunk_is_passed_over()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await CancelledAsync(app);
        await app.DamageChunkAsync(id, 21, "Error00", null);

        Assert.Equal(1_500, (await FollowAsync(app, id, "?limit=250")).Count);
    }

    [Fact]
    public async Task Where_many_chunks_are_damaged_an_answer_passes_over_ten_and_the_next_goes_on()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await CancelledAsync(app, [.. Enumerable.Range(0, 15)]);
        foreach (var chunk in Enumerable.Range(1, 13))
            await app.DamageChunkAsync(id, chunk, "Error00", null);

        var page = (await app.VariantsAsync(id, "?from=500&limit=500")).Json;

        Assert.Empty(page["variants"]!.AsArray());
        Assert.Contains("from=6000&", page["next"]!.ToString(), StringComparison.Ordinal);
        var next = (await app.VariantsAsync(id, "?from=6000&limit=500")).Json;
        Assert.Equal(7_000, next["variants"]!.AsArray()[0]!["number"]!.GetValue<int>());
    }

    [Fact]
    public async Task Of_a_sweep_that_has_not_ended_the_next_page_follows_at_once_since_it_may_come_yet()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: Size));
        await app.WorkAsync(id);

        Assert.Contains("from=1000&", (await app.VariantsAsync(id))["next"], StringComparison.Ordinal);
    }

    private static Task<Guid> CancelledAsync(App app) => CancelledAsync(app, Done);

    private static async Task<Guid> CancelledAsync(App app, int[] done)
    {
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: Size));
        await app.WorkAsync(id);
        foreach (var chunk in done)
            await app.WorkAsync(id, chunk);
        Assert.Equal(200, (await app.CancelSweepAsync(id)).Status);
        Assert.Equal(500, (await app.SweepRowAsync(id)).VariantsPerChunk);
        return id;
    }

    private static async Task<IReadOnlyList<int>> FollowAsync(App app, Guid id, string query)
    {
        var numbers = new List<int>();
        for (string? next = query; next is not null;)
        {
            var page = (await app.VariantsAsync(id, next)).Json;
            next = page["next"]?.ToString() is { } address ? address[address.IndexOf('?')..] : null;
            int[] read = [.. page["variants"]!.AsArray().Select((JsonNode? variant) => variant!["number"]!.GetValue<int>())];
            Assert.True(read.Length > 0 || next is null, $"An empty page before {next}.");
            numbers.AddRange(read);
        }

        return numbers;
    }
}
