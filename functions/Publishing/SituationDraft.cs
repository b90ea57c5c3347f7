using Parley.Contracts;
using Parley.Engine.Situations;
using Parley.Functions.Storage;

namespace Parley.Functions.Publishing;

/// <summary>A situation that somebody would like to use: read, and in the form in which it would be stored.</summary>
public sealed record SituationDraft(Situation Situation, SituationContent Content)
{
    /// <param name="id">What it is sent as; null when that does not matter.</param>
    public static Reading<SituationDraft> Read(ReadOnlyMemory<byte> json, string? id)
    {
        var reading = id is null ? SituationReader.Read(json) : SituationReader.Read(json, id);
        if (reading.Value is not { } situation)
            return new Reading<SituationDraft>(null, reading.Problems);

        var draft = new SituationDraft(situation, SituationContent.Of(situation));
        return draft.SizeProblem() is { } problem
            ? new Reading<SituationDraft>(null, [problem])
            : new Reading<SituationDraft>(draft, []);
    }

    // A document below the limit can pass it with its defaults written out and its characters escaped; one of noise can hardly be
    // compressed.
    private Problem? SizeProblem()
    {
        if (Content.Json.Length > SituationReader.MaxBytes)
            return new Problem("", $"Written out as it is stored, with every default, this has {Content.Json.Length} bytes but may have {SituationReader.MaxBytes}.");
        return Content.Compressed.Length > Packing.RowBytes
            ? new Problem("", $"Compressed this has {Content.Compressed.Length} bytes but may have {Packing.RowBytes}.")
            : null;
    }
}
