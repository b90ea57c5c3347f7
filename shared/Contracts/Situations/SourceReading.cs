using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

internal static class SourceReading
{
    private static readonly string[] Statuses = ["verified", "weak", "computed", "memory", "judgement", "claim"];

    public static IReadOnlyList<SourceNote> Sources(Slot slot) => slot.Members(0, 1000, (id, item) =>
    {
        if (!Citations.IsOne(id))
            item.Refuse($"{Wording.Quote(id)} must be a word, a colon and an id, such as fact:F12.");

        return item.Object(o => new SourceNote(
            id, o["text"].Passage(), o.Optional("date")?.LooseDate(), o.Optional("url")?.Url(), Status(o["status"])));
    });

    private static string Status(Slot slot)
    {
        var expected = Wording.Or(Statuses);
        if (slot.As(System.Text.Json.JsonValueKind.String, expected) is { } node && !Statuses.Contains(node.Text))
            slot.RefuseKind(expected);

        return slot.Node?.Text ?? "";
    }
}
