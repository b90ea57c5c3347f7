using Parley.Functions.Evaluating;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Sweeps that are asked for are kept in memory, as many as there is room for.</summary>
public sealed class StoredSweepsTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_sweep_is_worked_out_once_and_kept_by_its_id_and_content()
    {
        await using var app = await App.StartAsync(azurite);
        var (one, other) = (await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two"));
        var first = await FoundAsync(app.Get<StoredSweeps>(), one);

        Assert.Same(first, await FoundAsync(app.Get<StoredSweeps>(), one));
        Assert.NotSame(first, await FoundAsync(app.Get<StoredSweeps>(), other));
        var row = await app.SweepRowAsync(one);
        await app.Get<SweepTable>().ChangeAsync(row with { Fingerprint = "another's" }, TestContext.Current.CancellationToken); // The id was free again.
        Assert.NotSame(first, await FoundAsync(app.Get<StoredSweeps>(), one));
    }

    [Fact]
    public async Task What_is_larger_than_the_room_there_is_is_not_kept()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        var size = (await FoundAsync(app.Get<StoredSweeps>(), id)).Size;
        using var roomy = new StoredSweeps(app.Get<SweepTable>(), app.Get<StoredDocuments>(), size);
        using var narrow = new StoredSweeps(app.Get<SweepTable>(), app.Get<StoredDocuments>(), size - 1);

        Assert.Same(await FoundAsync(roomy, id), await FoundAsync(roomy, id));
        Assert.NotSame(await FoundAsync(narrow, id), await FoundAsync(narrow, id));
    }

    [Fact]
    public async Task The_documents_count_as_the_numbers_do()
    {
        await using var app = await App.StartAsync(azurite);
        var known = await FoundAsync(app.Get<StoredSweeps>(), await app.AcceptedSweepAsync());
        var inputs = 256 * 1024;

        var few = KnownSweep.Of(known.Situation, known.Sweep, new byte[inputs]);

        Assert.InRange(known.Size, Sweeps.Variants * 2 * sizeof(double), 4_000_000);
        Assert.InRange(few.Size - known.Size, 3 * inputs, 6 * inputs);
    }

    private static async Task<KnownSweep> FoundAsync(StoredSweeps stored, Guid id) => (await stored.FindVisibleAsync(id, TestContext.Current.CancellationToken)).Sweep;
}
