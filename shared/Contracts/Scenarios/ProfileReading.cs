using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Scenarios;

/// <summary>By which preferences a stakeholder is judged: a profile for certain, or probabilities of some.</summary>
internal static class ProfileReading
{
    public static IReadOnlyList<ProfileChoice> Choices(string stakeholder, Slot slot, Declared profiles)
    {
        switch (slot.Node?.Kind)
        {
            case JsonValueKind.String:
                return [new ProfileChoice(stakeholder, slot.Reference(profiles))];
            case JsonValueKind.Object:
                var choices = slot.KeyedBy(profiles, (id, item) => new ProfileChoice(stakeholder, id, item.Number(Bounds.Share)), least: 1);
                RefuseMoreThanAll(slot, choices);
                return choices;
            default:
                slot.RefuseKind("the id of a profile or an object of probabilities by id");
                return [];
        }
    }

    private static void RefuseMoreThanAll(Slot slot, IReadOnlyList<ProfileChoice> choices)
    {
        // Tenths and the like may add up to a little more than 1.
        const double rounding = 1e-9;
        var sum = choices.Sum(choice => choice.Probability);
        if (sum > 1 + rounding)
        {
            slot.Refuse($"The probabilities in {slot.Label} add up to {Wording.Number(Math.Round(sum, 9))} but must add up to at most 1; "
                + "what is left of 1 is the stakeholder's own preferences.");
        }
    }
}
