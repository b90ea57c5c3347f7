using Microsoft.Extensions.Caching.Memory;
using Parley.Contracts;
using Parley.Engine.Situations;
using Parley.Functions.Storage;

namespace Parley.Functions.Describing;

/// <summary>
/// Situations read from storage and kept while there is room: a version never changes; which one is current is looked up again after a
/// few seconds.
/// </summary>
public sealed class KnownSituations(SituationTable table, TimeProvider time) : IDisposable
{
    /// <summary>Of documents. What is made of one takes several times its size.</summary>
    private const long KeptBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan CurrentFor = TimeSpan.FromSeconds(5);

    private readonly MemoryCache versions = new(new MemoryCacheOptions { SizeLimit = KeptBytes });
    private readonly Dictionary<string, (CurrentSituation Situation, DateTimeOffset Until)> current = [];
    private long forgotten;

    public void Dispose() => versions.Dispose();

    /// <summary>Looks up again which version is current, as whoever has just changed it expects.</summary>
    public void Forget(string id)
    {
        lock (current)
        {
            forgotten++;
            current.Remove(id);
        }
    }

    public async Task<KnownSituation?> FindCurrentAsync(string id, CancellationToken cancellation) =>
        await FindCurrentVersionAsync(id, cancellation) is { } version ? await FindAsync(version.Id, version.Number, cancellation) : null;

    /// <summary>The current content, or what is wrong with a document that names it.</summary>
    public async Task<(KnownSituation? Situation, string Problem)> FindNamedAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return (await FindCurrentAsync(id, cancellation), $"There is no situation called {id}; GET /api/situations lists those there are.");
        }
        catch (InvalidDataException)
        {
            // Put under an earlier version, which read it in another way, or damaged.
            return (null, $"What is stored as the situation {id} can no longer be read; put one that can.");
        }
    }

    /// <summary>The current version; null also where nobody can read which it is.</summary>
    public async Task<SituationVersion?> FindReadableVersionAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await FindCurrentVersionAsync(id, cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <exception cref="InvalidDataException">Which it is can no longer be read; the message says so to readers.</exception>
    public async Task<SituationVersion?> FindCurrentVersionAsync(string id, CancellationToken cancellation) =>
        (await LookUpAsync(id, cancellation))?.Version;

    /// <summary>What a listing says of a situation.</summary>
    public async Task<(SituationVersion Version, SituationBrief Brief)?> FindBriefAsync(string id, CancellationToken cancellation)
    {
        if (await LookUpAsync(id, cancellation) is not { } found)
            return null;
        if (found.Brief is { } brief)
            return (found.Version, brief);
        return await FindAsync(id, found.Version.Number, cancellation) is { Situation: var situation }
            ? (found.Version, new SituationBrief(situation.Title, situation.Summary, situation.AsOf))
            : null;
    }

    /// <exception cref="InvalidDataException">It can no longer be read; the message says so to readers.</exception>
    public async Task<KnownSituation?> FindAsync(string id, int number, CancellationToken cancellation)
    {
        if (versions.TryGetValue<KnownSituation>((id, number), out var known))
            return known;
        if (await FindStoredAsync(id, number, cancellation) is not { } stored)
            return null;
        var situation = SituationReader.Read(stored.Content).Value
            ?? throw Unreadable(id, number);
        known = new KnownSituation(stored.Version, situation, stored.Content);
        return versions.Set((id, number), known, new MemoryCacheEntryOptions { Size = stored.Content.Length });
    }

    private async Task<StoredSituation?> FindStoredAsync(string id, int number, CancellationToken cancellation)
    {
        try
        {
            return await table.FindAsync(id, number, cancellation);
        }
        catch (InvalidDataException damaged)
        {
            throw Unreadable(id, number, damaged); // What it says of the row is for nobody but us.
        }
    }

    private static InvalidDataException Unreadable(string id, int number, Exception? reason = null) =>
        new($"Version {number} of the situation {id} can no longer be read.", reason);

    private async Task<CurrentSituation?> LookUpAsync(string id, CancellationToken cancellation)
    {
        var (now, before) = (time.GetUtcNow(), 0L);
        lock (current)
        {
            if (current.TryGetValue(id, out var known) && known.Until > now)
                return known.Situation;
            before = forgotten;
        }

        // What is not there is not kept, so that made-up ids do not fill the memory.
        if (await table.FindCurrentAsync(id, cancellation) is not { } found)
            return null;
        lock (current)
        {
            // Somebody may have changed it since it was read.
            if (forgotten == before)
                current[id] = (found, now + CurrentFor);
        }

        return found;
    }
}

/// <param name="Content">The document.</param>
public sealed record KnownSituation(SituationVersion Version, Situation Situation, byte[] Content);
