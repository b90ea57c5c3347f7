using System.Collections.Concurrent;
using Parley.Contracts;
using Parley.Engine.Situations;
using Parley.Functions.Storage;

namespace Parley.Functions.Describing;

/// <summary>Situations read from storage and kept: a version never changes; which one is current is looked up again after a few seconds.</summary>
public sealed class KnownSituations(SituationTable table, TimeProvider time)
{
    private static readonly TimeSpan CurrentFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Id, int Number), KnownSituation> versions = new();
    private readonly ConcurrentDictionary<string, (SituationVersion Version, DateTimeOffset Until)> current = new();

    public async Task<KnownSituation?> FindCurrentAsync(string id, CancellationToken cancellation) =>
        await FindCurrentVersionAsync(id, cancellation) is { } version ? await FindAsync(version.Id, version.Number, cancellation) : null;

    public async Task<SituationVersion?> FindCurrentVersionAsync(string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (current.TryGetValue(id, out var known) && known.Until > now)
            return known.Version;
        // What is not there is not kept, so that made-up ids do not fill the memory.
        if (await table.FindCurrentAsync(id, cancellation) is not { } version)
            return null;
        current[id] = (version, now + CurrentFor);
        return version;
    }

    public async Task<KnownSituation?> FindAsync(string id, int number, CancellationToken cancellation)
    {
        if (versions.TryGetValue((id, number), out var known))
            return known;
        if (await table.FindAsync(id, number, cancellation) is not { } stored)
            return null;
        var situation = SituationReader.Read(stored.Content).Value
            ?? throw new InvalidDataException($"Version {number} of the situation {id} does not read.");
        return versions[(id, number)] = new KnownSituation(stored.Version, situation, stored.Content);
    }
}

/// <param name="Content">The document.</param>
public sealed record KnownSituation(SituationVersion Version, Situation Situation, byte[] Content);
