using System.Net.Http.Json;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Parley.Functions.Storage;

namespace Parley.Local.Tests;

/// <summary>What anybody may put into the product's queue who gets at the storage.</summary>
public sealed class HostileMessageTests
{
    private static readonly string[] DeadLetters =
    [
        "",
        "no JSON",
        "null",
        "[]",
        """{"schema":1,"id":"no id","generation":1}""",
        """{"schema":1,"id":"00000000-0000-0000-0000-000000000001","generation":1}""",
        """{"schema":1,"id":"' or PartitionKey ne '","generation":1}""",
        """{"schema":1,"sweep":"00000000-0000-0000-0000-000000000001","chunk":-1}""",
        """{"schema":1,"id":"../scenarios?comp=metadata#","generation":"\u0000\ud83d\ude00"}""",
        $"{new string('[', 1000)}{new string(']', 1000)}",
        new('x', 48 * 1024), // As much as a message has room for in Base64.
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageNames.ScenarioQueue, StorageNames.ScenarioPoisonQueue)]
    [InlineData(StorageNames.SweepQueue, StorageNames.SweepPoisonQueue)]
    public async Task Each_is_kept_for_an_administrator_and_keeps_no_scenario_from_its_result(string name, string poisonName)
    {
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        await using var host = await FunctionHost.StartAsync(
            FunctionApp.Options(Product.Settings(azurite.ConnectionString)) with { Times = Product.Times }, Cancellation);
        var queues = new QueueServiceClient(azurite.ConnectionString);
        var queue = queues.GetQueueClient(name);
        var newer = """{"schema":2,"id":"00000000-0000-0000-0000-000000000002","sweep":"00000000-0000-0000-0000-000000000002","generation":1}""";
        foreach (var message in DeadLetters.Append(newer))
            await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(message)), Cancellation);
        await queue.SendMessageAsync("%% not Base64 %%", Cancellation);

        var caller = new Caller();
        await caller.SubmitAsync(() => host.Address, "after them", Cancellation);

        var letters = new TableServiceClient(azurite.ConnectionString).GetTableClient("deadletters");
        await Eventually.HoldsAsync(async () => await letters.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation) == DeadLetters.Length);
        using var http = new HttpClient { BaseAddress = host.Address };
        await Eventually.HoldsAsync(async () =>
            (await http.GetFromJsonAsync<Dictionary<string, object>>($"api/scenarios/{caller.Accepted["after them"]}", Cancellation))!["status"].ToString() == "Succeeded");
        // What the host cannot decode waits in the poison queue, which has none of its own; what a newer version sent waits for that.
        var poison = queues.GetQueueClient(poisonName);
        await Eventually.HoldsAsync(async () => (await poison.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount == 1);
        Assert.Equal(1, (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);
    }
}
