using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// Makes a content the current one of its situation, in one transaction on the situation's partition: as a new version, or as the
/// version that it has been before. Whoever comes second in a race begins again from what the first has left.
/// </summary>
public sealed class SituationPublisher(TableServiceClient tables, StorageNames names, SituationTable situations, TimeProvider time)
{
    /// <summary>Fills one page of a listing.</summary>
    public const int MostVersions = 1000;

    /// <summary>A listing reads a row of each.</summary>
    public const int MostSituations = 200;

    private readonly TableClient table = tables.GetTableClient(names.Situations);

    /// <summary>Publishes what somebody has sent.</summary>
    /// <param name="isExpected">
    /// Whether the change may be made, given the hash of what is current, null where nothing is, and whether that is the content
    /// already.
    /// </param>
    public async Task<Publication> PublishAsync(SituationContent content, Func<string?, bool, bool> isExpected, CancellationToken cancellation)
    {
        var write = Guid.NewGuid();
        var tried = PublicationOutcome.Unchanged;
        while (true)
        {
            var current = await situations.FindCurrentAsync(content.Id, cancellation);
            if (current?.Write == write)
                return new Publication(tried, current.Version); // Our own try, whose answer was lost.

            var isThere = current?.Version.Hash == content.Hash;
            if (!isExpected(current?.Version.Hash, isThere))
                return new Publication(PublicationOutcome.NotExpected, current?.Version);
            if (isThere)
                return new Publication(PublicationOutcome.Unchanged, current!.Version);
            if (current is null && !await TryListAsync(content.Id, cancellation))
                return new Publication(PublicationOutcome.TooManySituations, null);

            (tried, var next) = await NextAsync(content, cancellation);
            if (next.Number > MostVersions)
                return new Publication(PublicationOutcome.TooManyVersions, current?.Version);
            if (await TrySubmitAsync(Publishing(content, tried, next, current, write), cancellation))
                return new Publication(tried, next);
        }
    }

    /// <summary>
    /// Publishes what the product comes with if that is another content than at the last start, be it newer or older; otherwise what
    /// somebody has put in its place since stays.
    /// </summary>
    public async Task PublishShippedAsync(SituationContent content, CancellationToken cancellation)
    {
        await ListAsync(content.Id, cancellation);
        while (true)
        {
            var last = await table.GetEntityIfExistsAsync<TableEntity>(content.Id, Keys.ShippedSituation, cancellationToken: cancellation);
            if (last.HasValue && last.Value!.GetString("Hash") == content.Hash)
                return;

            var current = await situations.FindCurrentAsync(content.Id, cancellation);
            var (outcome, next) = await NextAsync(content, cancellation);
            var note = new TableEntity(content.Id, Keys.ShippedSituation) { ["Hash"] = content.Hash };
            TableTransactionAction[] actions =
                [Setting(note, last.HasValue ? last.Value!.ETag : null), .. Publishing(content, outcome, next, current, Guid.NewGuid())];
            if (await TrySubmitAsync(actions, cancellation))
                return;
        }
    }

    private static TableTransactionAction Setting(TableEntity row, ETag? there) => there is { } etag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag)
        : new TableTransactionAction(TableTransactionActionType.Add, row);

    private async Task<(PublicationOutcome Outcome, SituationVersion Version)> NextAsync(SituationContent content, CancellationToken cancellation)
    {
        var known = await table.GetEntityIfExistsAsync<TableEntity>(content.Id, Keys.SituationHash(content.Hash), cancellationToken: cancellation);
        if (known.HasValue)
            return (PublicationOutcome.Restored, SituationRows.Version(known.Value!));

        var newest = await situations.FindNewestAsync(content.Id, cancellation);
        return (PublicationOutcome.Added, new SituationVersion(content.Id, (newest?.Number ?? 0) + 1, content.Hash));
    }

    private TableTransactionAction[] Publishing(
        SituationContent content, PublicationOutcome outcome, SituationVersion version, CurrentSituation? current, Guid write)
    {
        var pointer = Setting(SituationRows.Current(version, content.Brief, write), current?.ETag);
        return outcome == PublicationOutcome.Restored
            ? [pointer]
            :
            [
                pointer,
                new TableTransactionAction(TableTransactionActionType.Add, SituationRows.ByNumber(version, content.Compressed, time.GetUtcNow())),
                new TableTransactionAction(TableTransactionActionType.Add, SituationRows.ByHash(version)),
            ];
    }

    /// <summary>False when somebody else was first, or a try of ours whose answer was lost.</summary>
    private async Task<bool> TrySubmitAsync(TableTransactionAction[] actions, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(Batches.Single(actions), cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }

    // Listed first: what is listed without a version is skipped, what has versions without being listed would never be found. Situations
    // that are created at the same moment may pass the limit by as many.
    private async Task<bool> TryListAsync(string id, CancellationToken cancellation)
    {
        var ids = await situations.ListIdsAsync(cancellation);
        if (!ids.Contains(id) && ids.Count >= MostSituations)
            return false;
        await ListAsync(id, cancellation);
        return true;
    }

    private async Task ListAsync(string id, CancellationToken cancellation) =>
        await table.UpsertEntityAsync(new TableEntity(Keys.SituationIds, id), TableUpdateMode.Replace, cancellation);
}
