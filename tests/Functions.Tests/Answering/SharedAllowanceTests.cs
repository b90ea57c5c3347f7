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

        // Each is asked for more than the whole, so that none ends with a block that it had no use for.
        var asked = await Task.WhenAll(Enumerable.Range(0, 1_600).Select(number => UseAsync(processes[number % 4], 3)));

        // Each may be left with a block that is too small for one more.
        Assert.InRange(asked.Count(refusal => refusal is null) * 3, Most - (4 * 3), Most);
        Assert.All(asked.OfType<Exhaustion>(), refusal => Assert.InRange(refusal.Taken, Most - (4 * Most / SharedAllowance.Blocks), Most));
        Assert.Null(await UseAsync(processes[0], Most, "bob"));
    }

    [Fact]
    public async Task A_new_process_begins_with_what_the_others_have_left()
    {
        await using var app = await App.StartAsync(azurite);
        Assert.Null(await UseAsync(Of(app, app.Time), 990));

        var refusal = await UseAsync(Of(app, app.Time), 11);

        Assert.Equal(990, refusal?.Taken);
        Assert.InRange(refusal!.Wait, TimeSpan.FromTicks(1), Hour);
        Assert.Null(await UseAsync(Of(app, app.Time), 10));
    }

    [Fact]
    public async Task What_came_to_nothing_is_granted_again_and_the_next_hour_begins_anew()
    {
        await using var app = await App.StartAsync(azurite);
        var process = Of(app, app.Time);
        Assert.Null(await UseAsync(process, Most - 5));
        var (charge, _) = await process.UseAsync("ada", 5, Cancellation);
        Assert.NotNull(await UseAsync(process, 1));

        process.GiveBack(charge!);

        Assert.Null(await UseAsync(process, 5));
        Assert.NotNull(await UseAsync(process, 1));
        app.Time.Advance(Hour);
        Assert.Null(await UseAsync(process, Most));
    }

    [Fact]
    public async Task What_came_to_nothing_in_an_hour_is_not_granted_in_the_next()
    {
        await using var app = await App.StartAsync(azurite);
        var process = Of(app, app.Time);
        var (charge, _) = await process.UseAsync("ada", Most / 2, Cancellation);
        app.Time.Advance(Hour);
        Assert.Null(await UseAsync(process, 1));

        process.GiveBack(charge!);

        Assert.Equal(Most - 1, await GrantedAsync(process));
    }

    [Fact]
    public async Task A_request_that_has_read_the_clock_before_the_hour_and_comes_after_it_throws_nothing_away()
    {
        await using var app = await App.StartAsync(azurite);
        var (now, reads) = (app.Time.GetUtcNow(), 0);
        // The second request is later than the hour, the third has looked at the clock before it.
        var process = Of(app, new Clock(() => ++reads == 2 ? now + Hour : now));
        Assert.Null(await UseAsync(process, 1));
        process.GiveBack((await process.UseAsync("ada", Most / 4, Cancellation)).Charge!);

        Assert.Null(await UseAsync(process, Most / 4));

        app.Time.Advance(Hour);
        Assert.Equal(Most - (Most / 4), await GrantedAsync(Of(app, app.Time)));
    }

    [Fact]
    public async Task Processes_that_each_grant_little_leave_the_rest_to_the_others()
    {
        await using var app = await App.StartAsync(azurite);

        var asked = await Task.WhenAll(Enumerable.Range(0, 2 * SharedAllowance.Blocks).Select(_ => UseAsync(Of(app, app.Time), 1)));

        Assert.All(asked, Assert.Null);
        Assert.Null(await UseAsync(Of(app, app.Time), Most - (2 * SharedAllowance.Blocks)));
    }

    [Fact]
    public async Task A_clock_that_is_late_takes_of_the_hour_that_has_begun_elsewhere()
    {
        await using var app = await App.StartAsync(azurite);
        var late = new FakeTimeProvider(app.Time.GetUtcNow() - Hour);
        Assert.Null(await UseAsync(Of(app, app.Time), 900));

        Assert.Null(await UseAsync(Of(app, late), 100));

        Assert.NotNull(await UseAsync(Of(app, app.Time), 1));
    }

    [Fact]
    public async Task Storage_is_asked_once_for_many_requests()
    {
        await using var app = await App.StartAsync(azurite);
        var process = Of(app, app.Time);
        var begun = app.Wire.Calls.Count;

        for (var request = 0; request < Most / 2; request++)
            Assert.Null(await UseAsync(process, 1));

        // 1, 1, 2, 4 … up to 20 at a time, and then 20 each time, each with a read and a write.
        Assert.InRange(app.Wire.Calls.Count - begun, 2, 2 * (6 + (Most / 2 / (Most / SharedAllowance.Blocks))));
    }

    [Theory]
    [InlineData("GET", 10)]
    [InlineData("POST", 10)]
    [InlineData("PUT", 10)]
    [InlineData("GET", Most / 2)]
    [InlineData("POST", Most / 2)]
    [InlineData("PUT", Most / 2)]
    public async Task An_answer_that_is_lost_costs_nothing_and_grants_nothing(string method, long amount)
    {
        await using var app = await App.StartAsync(azurite);
        var process = Of(app, app.Time);
        if (method == "PUT")
        {
            // There is a row to change, of an hour ago.
            Assert.Null(await UseAsync(Of(app, app.Time), 1));
            app.Time.Advance(Hour);
        }

        app.Wire.LosesAnswer = Wire.Once(call => call.Method == method && call.Touches("allowances"));

        Assert.Equal(Most, await GrantedAsync(process, amount));
    }

    [Fact]
    public async Task What_was_taken_without_an_answer_to_any_try_is_granted_to_the_next_request()
    {
        await using var app = await App.StartAsync(azurite);
        var process = Of(app, app.Time);
        app.Wire.LosesAnswer = call => call.Touches("allowances");
        await Assert.ThrowsAnyAsync<Exception>(() => UseAsync(process, Most / 2));
        app.Wire.FailsBefore = call => call.Method == "GET" && call.Touches("allowances");
        app.Wire.LosesAnswer = _ => false;
        await Assert.ThrowsAnyAsync<Exception>(() => UseAsync(process, Most / 2));
        app.Wire.FailsBefore = _ => false;

        Assert.Equal(Most, await GrantedAsync(process, Most / 2));
    }

    [Fact]
    public async Task A_row_that_nobody_can_read_counts_as_none_and_old_ones_are_purged()
    {
        await using var app = await App.StartAsync(azurite);
        var rows = app.Get<TableServiceClient>().GetTableClient(app.Names.Allowances);
        await rows.AddEntityAsync(new TableEntity(Keys.Allowances("ada"), Keys.CostAllowance) { ["Window"] = "soon", ["Taken"] = Most }, Cancellation);

        Assert.Null(await UseAsync(Of(app, app.Time), Most));

        await rows.AddEntityAsync(new TableEntity(Keys.Allowances("bob"), Keys.CostAllowance) { ["Window"] = "soon" }, Cancellation);
        await app.PurgeAsync();
        Assert.Equal(2, (await rows.RowsAsync()).Count);
        app.Time.Advance(TimeSpan.FromHours(26));
        await app.PurgeAsync();
        Assert.Empty(await rows.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    private static async Task<Exhaustion?> UseAsync(SharedAllowance process, long amount, string caller = "ada") =>
        (await process.UseAsync(caller, amount, Cancellation)).Exhaustion;

    /// <summary>How much a process grants until it refuses.</summary>
    private static async Task<long> GrantedAsync(SharedAllowance process, long amount = 1)
    {
        var granted = 0L;
        while (true)
        {
            try
            {
                if (await UseAsync(process, amount) is not null)
                    return granted;
                granted += amount;
            }
            catch (Exception fault) when (StorageFault.IsTransient(fault, Cancellation))
            {
                // Answered with 503, and asked again.
            }
        }
    }

    private static SharedAllowance Of(App app, TimeProvider time) => new(Most, Hour, app.Get<AllowanceTable>(), time);

    private sealed class Clock(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now();
    }
}
