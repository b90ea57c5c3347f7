using Parley.Contracts;
using Parley.Engine.Situations;

namespace Parley.Functions.Storage;

/// <summary>A situation as it is stored.</summary>
/// <param name="Hash">Fingerprint of the content.</param>
/// <param name="Json">The canonical document.</param>
/// <param name="Compressed">The same as a row takes it.</param>
public sealed record SituationContent(string Id, string Hash, SituationBrief Brief, byte[] Json, byte[] Compressed)
{
    public static SituationContent Of(Situation situation)
    {
        var json = CanonicalJson.Of(situation);
        return new SituationContent(
            situation.Id,
            Fingerprint.Of(situation),
            new SituationBrief(situation.Title, situation.Summary, situation.AsOf),
            json,
            Packing.Compress(json));
    }
}

/// <summary>What a listing says of a situation.</summary>
public sealed record SituationBrief(string Title, string Summary, DateOnly AsOf);
