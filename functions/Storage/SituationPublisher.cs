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
    /// Whether the change may be made, given the hash of what is current, null where nothing is and "" where nobody can read what,
    /// and whether that is the content already.
    /// </param>
    public async Task<Publication> PublishAsync(SituationContent content, Func<string?, bool, bool> isExpected, CancellationToken cancellation)
    {
        var write = Guid.NewGuid();
        var tried = PublicationOutcome.Unchanged;
        while (true)
        {
            var pointer = await situations.FindPointerAsync(content.Id, cancellation);
            var (current, isDamaged) = (pointer.Current, pointer.Damage is not null);
            if (current?.Write == write)
                return new Publication(tried, current.Version); // Our own try, whose answer was lost.

            var isThere = current?.Version.Hash == content.Hash;
            if (!isExpected(isDamaged ? "" : current?.Version.Hash, isThere))
                return new Publication(isDamaged ? PublicationOutcome.Unreadable : PublicationOutcome.NotExpected, current?.Version);
            var mending = isThere ? await MendingAsync(content, current!.Version, byHash: null, cancellation) : null;
            if (isThere && mending is null)
                return new Publication(PublicationOutcome.Unchanged, current!.Version);
            if (current is null && !isDamaged && !await TryListAsync(content.Id, cancellation))
                return new Publication(PublicationOutcome.TooManySituations, null);

            var next = mending ?? await NextAsync(content, cancellation);
            tried = next.Outcome;
            if (next.Version.Number > MostVersions)
                return new Publication(PublicationOutcome.TooManyVersions, current?.Version);
            if (await TrySubmitAsync(Publishing(content, next, pointer.ETag, write), cancellation))
                return new Publication(tried, next.Version);
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
            if (last.HasValue && last.Value!["Hash"] as string == content.Hash)
                return;

            var pointer = await situations.FindPointerAsync(content.Id, cancellation);
            var next = await NextAsync(content, cancellation);
            var note = new TableEntity(content.Id, Keys.ShippedSituation) { ["Hash"] = content.Hash };
            TableTransactionAction[] actions =
                [Setting(note, last.HasValue ? last.Value!.ETag : null), .. Publishing(content, next, pointer.ETag, Guid.NewGuid())];
            if (await TrySubmitAsync(actions, cancellation))
                return;
        }
    }

    private static TableTransactionAction Setting(TableEntity row, ETag? there) => there is { } etag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag)
        : new TableTransactionAction(TableTransactionActionType.Add, row);

    /// <summary>The version that the content has, or else would have.</summary>
    private async Task<NextVersion> NextAsync(SituationContent content, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(content.Id, Keys.SituationHash(content.Hash), cancellationToken: cancellation);
        var known = found.HasValue ? found.Value : null;
        try
        {
            if (known is not null)
            {
                var version = SituationRows.Version(known);
                return await MendingAsync(content, version, known.ETag, cancellation) ?? new NextVersion(PublicationOutcome.Restored, version, known.ETag);
            }
        }
        catch (InvalidDataException)
        {
            // Which version it was, nobody can tell any more: it becomes another one.
        }

        var newest = await situations.FindNewestNumberAsync(content.Id, cancellation);
        return new NextVersion(PublicationOutcome.Added, new SituationVersion(content.Id, newest + 1, content.Hash), known?.ETag);
    }

    /// <summary>The version that the content has, to be stored once more; null when it stands there whole.</summary>
    private async Task<NextVersion?> MendingAsync(SituationContent content, SituationVersion version, ETag? byHash, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(version.Id, Keys.SituationVersion(version.Number), cancellationToken: cancellation);
        var row = found.HasValue ? found.Value : null;
        return row is not null && SituationRows.IsWhole(row, version, content.Json)
            ? null
            : new NextVersion(PublicationOutcome.Mended, version, byHash, row?.ETag, row?["AddedAt"] as DateTimeOffset?);
    }

    /// <param name="pointer">ETag of the row that says what is current; null where there is none.</param>
    private TableTransactionAction[] Publishing(SituationContent content, NextVersion next, ETag? pointer, Guid write)
    {
        var current = Setting(SituationRows.Current(next.Version, content.Brief, write), pointer);
        var byNumber = Setting(SituationRows.ByNumber(next.Version, content.Compressed, next.AddedAt ?? time.GetUtcNow()), next.ByNumber);
        return next.Outcome switch
        {
            PublicationOutcome.Restored => [current],
            PublicationOutcome.Mended => [current, byNumber],
            _ => [current, byNumber, Setting(SituationRows.ByHash(next.Version), next.ByHash)],
        };
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

    /// <param name="ByHash">ETag of the row by which the content is known; null where there is none.</param>
    /// <param name="ByNumber">ETag of the row that the version's document stands in; null where there is none.</param>
    /// <param name="AddedAt">When it was added; null for now, or where that can no longer be read.</param>
    private sealed record NextVersion(
        PublicationOutcome Outcome, SituationVersion Version, ETag? ByHash, ETag? ByNumber = null, DateTimeOffset? AddedAt = null);
}
