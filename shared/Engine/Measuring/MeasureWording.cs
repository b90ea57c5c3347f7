using System.Globalization;
using Parley.Engine.Binding;

namespace Parley.Engine.Measuring;

/// <summary>Why a measure has no answer.</summary>
internal static class MeasureWording
{
    public const string NoSides = "The situation does not say who would be the principals of a deal and who the others.";
    public const string NoTests = "The situation holds no rule of law against the terms.";

    private const string NoEvents = "The situation names no early and late outcome to look at together.";

    /// <summary>Null when the pair can be counted.</summary>
    public static string? NoPair(Model model, BoundPair? pair)
    {
        if (pair is null)
        {
            return NoEvents;
        }

        var beyond = new[] { pair.Short, pair.Long }.FirstOrDefault(e => e.Event.Year > model.Horizon);
        return beyond is null ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"“{model.Effects[beyond.Effect].Name}” is asked for in year {beyond.Event.Year}, beyond the horizon of {model.Horizon}.");
    }
}
