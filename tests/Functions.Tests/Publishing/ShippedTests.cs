using Azure.Data.Tables;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Publishing;

/// <summary>What the product comes with, and what somebody has put in its place.</summary>
public sealed class ShippedTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_restart_does_not_take_back_what_somebody_has_put_over_a_shipped_situation()
    {
        await using var app = await App.StartAsync(azurite);
        await app.PutTreatyAsync("Mine");

        await using var restarted = await App.StartAsync(azurite, beside: app);

        Assert.Equal(("2", "Mine"), await restarted.CurrentAsync());
    }

    [Fact]
    public async Task A_new_shipped_content_becomes_current_and_leaves_what_was_put_as_a_version()
    {
        await using var app = await App.StartAsync(azurite);
        await app.PutTreatyAsync("Mine");

        await DeployAsync(app, "Shipped anew");

        Assert.Equal(("3", "Shipped anew"), await app.CurrentAsync());
        Assert.Equal("Mine", (await app.VersionAsync(2))["title"]);
    }

    [Fact]
    public async Task A_deployment_rolled_back_makes_its_content_current_again()
    {
        await using var app = await App.StartAsync(azurite);
        await DeployAsync(app, "Shipped anew");

        await using var rolledBack = await App.StartAsync(azurite, beside: app);

        Assert.Equal(("1", "A treaty on a polluted river"), await rolledBack.CurrentAsync());
        Assert.Equal([(2, false), (1, true)], await rolledBack.VersionsAsync());
    }

    [Fact]
    public async Task A_shipped_content_that_somebody_has_put_before_is_that_version()
    {
        await using var app = await App.StartAsync(azurite);
        await app.PutTreatyAsync("Shipped later");
        await app.PutTreatyAsync("Mine");

        await DeployAsync(app, "Shipped later");

        Assert.Equal(("2", "Shipped later"), await app.CurrentAsync());
        await app.PutTreatyAsync("Mine");
        await DeployAsync(app, "Shipped later");
        Assert.Equal(("3", "Mine"), await app.CurrentAsync());
    }

    [Fact]
    public async Task Instances_that_start_together_leave_what_is_put_among_them()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var first = Wire.Once(call => call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            // Between a look of this instance and its change another one deploys the same, and somebody puts something over it.
            if (!first(call))
                return;
            await DeployAsync(other, "Shipped anew");
            await other.PutTreatyAsync("Mine");
        };

        await DeployAsync(app, "Shipped anew");

        Assert.Equal(("3", "Mine"), await app.CurrentAsync());
    }

    [Fact]
    public async Task In_a_store_from_before_there_was_a_current_version_the_newest_is_current()
    {
        await using var app = await App.StartAsync(azurite);
        await ToOldLayoutAsync(app);

        Assert.Equal(("2", "Another treaty"), await app.CurrentAsync());
        Assert.Equal([(2, true), (1, false)], await app.VersionsAsync());
        Assert.Equal((200, "2"), await app.PutTreatyAsync("Another treaty") is var same ? (same.Status, same["version"]) : default);
        Assert.Equal((201, "3"), await app.PutTreatyAsync("Mine") is var put ? (put.Status, put["version"]) : default);
        Assert.Equal(("3", "Mine"), await app.CurrentAsync());
    }

    [Fact]
    public async Task An_old_version_of_an_old_store_can_be_put_back()
    {
        await using var app = await App.StartAsync(azurite);
        await ToOldLayoutAsync(app);

        Assert.Equal((200, "1"), await app.PutTreatyAsync("A treaty on a polluted river") is var back ? (back.Status, back["version"]) : default);
        Assert.Equal([(2, false), (1, true)], await app.VersionsAsync());
    }

    [Fact]
    public async Task The_first_start_on_an_old_store_makes_the_shipped_content_current()
    {
        await using var app = await App.StartAsync(azurite);
        await ToOldLayoutAsync(app);

        await using var started = await App.StartAsync(azurite, beside: app);

        Assert.Equal([(2, false), (1, true)], await started.VersionsAsync());
    }

    /// <summary>As a start with another shipped file does.</summary>
    private static async Task DeployAsync(App app, string title)
    {
        await app.Get<SituationPublisher>().PublishShippedAsync(Requests.Treaty(title), CancellationToken.None);
        app.Time.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>Two versions without word of which is current, as they were stored before there was such a word.</summary>
    private static async Task ToOldLayoutAsync(App app)
    {
        await app.ChangeSituationAsync();
        TableClient rows = app.SituationRows();
        await rows.DeleteEntityAsync("river-treaty", Keys.CurrentSituation);
        await rows.DeleteEntityAsync("river-treaty", Keys.ShippedSituation);
    }
}
