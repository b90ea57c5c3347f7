using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Parley.Functions.Answering;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Answering;

/// <summary>What a caller may use in an hour, whichever processes are asked. Each <see cref="SharedAllowance"/> stands for a process.</summary>
public sealed class SharedAllowanceTests(SharedAzurite azurite)
{
    private const long Most = 1000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_together_grant_no_more_than_the_whole_however_many_ask_at_once()
    {
        await using var app = await App.StartAsync(azurite);
        SharedAllowance[] processes = [.. Enumerable.Range(0, 4).Select(_ => Of(app, app.Time))];

        var asked = await Task.WhenAll(Enumerable.Range(0, 600).Select(number => processes[number % 4].UseAsync("ada", 3, Cancellation)));

        // Each may be left with a block that is too small for one more.
        Assert.InRange(asked.Count(refusal => refusal is null) * 3, Most - (4 * 3), Most);
        Assert.All(asked.OfType<(long Used, TimeSpan Wait)>(), refusal => Assert.InRange(refusal.Used, Most - (4 * Most / SharedAllowance.Blocks), Most));
        Assert.Null(await processes[0].UseAsync("bob", Most, Cancellation));
    }

    [Fact]
    public async Task A_new_process_begins_with_what_the_others_have_left()
    {
        await using var app = await App.StartAsync(azurite);
        Assert.Null(await Of(app, app.Time).UseAsync("ada", 990, Cancellation));

        var refusal = await Of(app, app.Time).UseAsync("ada", 11, Cancellation);

        Assert.Equal(990, refusal?.Used);
        Assert.InRange(refusal!.Value.Wait, TimeSpan.FromTicks(1), Hour);
        Assert.Null(await Of(app, app.Time).UseAsync("ada", 10, Cancellation));
    }

    [Fact]
    public async Task What_came_to_nothing_is_granted_again_and_the_next_hour_begins_anew()
    {
        await using var app = await App.StartAsync(azurite);
        var process = Of(app, app.Time);
        Assert.Null(await process.UseAsync("ada", Most, Cancellation));
        Assert.NotNull(await process.UseAsync("ada", 1, Cancellation));

        process.GiveBack("ada", 5);

        Assert.Null(await process.UseAsync("ada", 5, Cancellation));
        Assert.NotNull(await process.UseAsync("ada", 1, Cancellation));
        app.Time.Advance(Hour);
        Assert.Null(await process.UseAsync("ada", Most, Cancellation));
    }

    [Fact]
    public async Task A_clock_that_is_late_takes_of_the_hour_that_has_begun_elsewhere()
    {
        await using var app = await App.StartAsync(azurite);
        var late = new FakeTimeProvider(app.Time.GetUtcNow() - Hour);
        Assert.Null(await Of(app, app.Time).UseAsync("ada", 900, Cancellation));

        Assert.Null(await Of(app, late).UseAsync("ada", 100, Cancellation));

        Assert.NotNull(await Of(app, app.Time).UseAsync("ada", 1, Cancellation));
    }

    [Fact]
    public async Task Storage_is_asked_once_for_many_requests()
    {
        await using var app = await App.StartAsync(azurite);
        var process = Of(app, app.Time);
        var begun = app.Wire.Calls.Count;

        for (var request = 0; request < Most / SharedAllowance.Blocks; request++)
            Assert.Null(await process.UseAsync("ada", 1, Cancellation));

        Assert.Equal(2, app.Wire.Calls.Count - begun);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task An_answer_that_is_lost_may_cost_a_block_and_never_grants_one(string method)
    {
        await using var app = await App.StartAsync(azurite);
        var (process, other) = (Of(app, app.Time), Of(app, app.Time));
        if (method == "PUT")
            Assert.Null(await other.UseAsync("ada", 1, Cancellation)); // There is a row to change.
        app.Wire.LosesAnswer = Wire.Once(call => call.Method == method && call.Touches("allowances"));
        var granted = method == "PUT" ? 1L : 0;

        for (var refused = 0; refused < 2;)
        {
            try
            {
                if (await process.UseAsync("ada", 10, Cancellation) is null)
                    granted += 10;
                else
                    refused++;
            }
            catch (Exception fault) when (StorageFault.IsTransient(fault, Cancellation))
            {
                // Answered with 503, and asked again.
            }
        }

        Assert.InRange(granted, Most - (3 * Most / SharedAllowance.Blocks), Most);
    }

    [Fact]
    public async Task A_row_that_nobody_can_read_counts_as_none_and_old_ones_are_purged()
    {
        await using var app = await App.StartAsync(azurite);
        var rows = app.Get<TableServiceClient>().GetTableClient(app.Names.Allowances);
        await rows.AddEntityAsync(new TableEntity(Keys.Allowances("ada"), Keys.CostAllowance) { ["Window"] = "soon", ["Taken"] = Most }, Cancellation);

        Assert.Null(await Of(app, app.Time).UseAsync("ada", Most, Cancellation));

        await app.PurgeAsync();
        Assert.Single(await rows.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
        app.Time.Advance(TimeSpan.FromHours(26));
        await app.PurgeAsync();
        Assert.Empty(await rows.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    private static SharedAllowance Of(App app, TimeProvider time) => new(Most, Hour, app.Get<AllowanceTable>(), time);
}
