using Parley.Engine.Estimating;
using Parley.Engine.Situations;

namespace Parley.Engine.Stability;

/// <summary>Verdicts on the deal in words, without numbers.</summary>
internal sealed class StabilityWording(Situation situation)
{
    private readonly Dictionary<string, string> names = situation.Options.ToDictionary(option => option.Id, option => option.Name);

    /// <summary>Who would move, and what deters it, in the most frequent kind of draw.</summary>
    /// <param name="canMove">False when every option of the stakeholder requires somebody else's.</param>
    public string Sentence(string name, RestraintShare usual, Incentive? incentive, bool canMove)
    {
        // Of kinds the most frequent is told, and of moves and answers the most frequent of that kind; either may be less than half.
        var often = Settled.Of(usual.Share) > 0.5 ? "In most draws" : "In the largest group of draws";
        if (incentive is null)
        {
            return canMove
                ? $"{often} {name} would gain nothing by moving alone."
                : $"No move is open to {name} while the others keep to the deal.";
        }

        var move = $"{often} {name} would gain by a move{(Settled.Of(incentive.Share) > 0.5 ? ":" : ", most often")} {Quoted(incentive.Takes)}";
        var answer = Answer(incentive.Sanction);
        return usual.Kind switch
        {
            Restraint.CredibleSanction =>
                $"{move}; what deters this is the answer {answer}, which is in the interest of those who give it and leaves {name} no better off than the deal.",
            Restraint.InescapableSanction =>
                $"{move}; the answer {answer} would leave {name} no better off than the deal and without a way out, but no answer is in the interest of all who would have to give it.",
            Restraint.EscapableSanction =>
                $"{move}; the answer {answer} would leave {name} no better off than the deal, but one more move would be a way out.",
            _ => $"{move}; nothing that the others can do would take the gain away.",
        };
    }

    /// <summary>A state by what is done in it; the name of an option says who does what.</summary>
    public string State(IReadOnlyList<string> options) =>
        options.Count < 3 ? Quoted(options) : $"{string.Join(", ", options.SkipLast(1).Select(id => $"“{names[id]}”"))} and “{names[options[^1]]}”";

    private string Answer(IReadOnlyList<SanctionStep> steps) => string.Join(", then ", steps.Select(step =>
        step.Drops.Count == 0 ? Quoted(step.Takes)
        : step.Takes.Count == 0 ? $"an end to {Quoted(step.Drops)}"
        : $"{Quoted(step.Takes)} in place of {Quoted(step.Drops)}"));

    private string Quoted(IReadOnlyList<string> options) => string.Join(" and ", options.Select(id => $"“{names[id]}”"));
}
