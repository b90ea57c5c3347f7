using System.Globalization;
using Parley.Engine.Situations;

namespace Parley.Engine.Holding;

/// <summary>What must be read with a survival curve, and why there may be none.</summary>
internal static class DurabilityWording
{
    public const string NoHazard = "The situation has no record of earlier settlements to go by.";

    private const string Selection =
        "The record says how often such cases broke, not what broke them: those of one class differ from those of another in more "
        + "than how they ended (selection), so neither a class's share nor the difference between two classes is an effect of "
        + "ending that way. The odds ratios are judgements, and the band shows those alone, not the counting error of the record.";

    private const string BeyondTheRecord = " Beyond year 10 the record is silent; the yearly risk of the years before goes on.";

    public static string Note(BaseRate chosen, int horizon) => string.Create(
        CultureInfo.InvariantCulture,
        $"Starts from “{chosen.Name}”: {chosen.Share10 * 100:0.#} % of {chosen.Cases10} cases within ten years. {Selection}{(horizon > 10 ? BeyondTheRecord : "")}");
}
