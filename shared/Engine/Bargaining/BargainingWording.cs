using Parley.Engine.Binding;

namespace Parley.Engine.Bargaining;

/// <summary>What happened at the table, in words; numbers stand in the report beside them.</summary>
internal sealed class BargainingWording(Model model, BargainingMethods methods)
{
    /// <summary>Why an actor moves, such as "The town gave way when challenged by The port." No name needs a pronoun or a verb of one number.</summary>
    public string Move(Move move)
    {
        var taken = move.Actor == move.Initiator
            ? $"{Actor(move.Actor)} challenged {Actor(move.Target)} and moved as their bargain asks"
            : $"{Actor(move.Actor)} gave way when challenged by {Actor(move.Initiator)}";
        return move.Options > 1 ? $"{taken}, by the most probable of the bargains that were open." : $"{taken}.";
    }

    public string Exchange(Exchange exchange) =>
        $"{Actor(exchange.First)} would give way on {Issue(exchange.FirstGives)}, and {Actor(exchange.Second)} in return on {Issue(exchange.SecondGives)}.";

    /// <param name="isSearched">The same as of a pair, of the game of all.</param>
    public BlockingReport Blocking(BlockingPair? pair, bool isSearched)
    {
        if (pair is not { } blocking)
        {
            return new BlockingReport(null, null, null, 0, methods.Games.Players.Count == 0 || !isSearched, WithoutPair(isSearched));
        }

        var (first, second) = (model.Stakeholders[methods.Games.Players[blocking.First]], model.Stakeholders[methods.Games.Players[blocking.Second]]);
        var issue = blocking.Issue < 0 ? null : model.Issues[blocking.Issue];
        return new BlockingReport(
            first.Id, second.Id, issue?.Id, blocking.Gap, !blocking.IsSearched, Sentence(first.Name, second.Name, issue?.Name, blocking.IsSearched));
    }

    /// <summary>Why a method has no answer at the modes; null when it has.</summary>
    public string? Reason(BargainingMethod method, BargainingVerdict verdict, BlockingPair? pair, bool isSearched) => (method, verdict) switch
    {
        (_, BargainingVerdict.Found) => null,
        (BargainingMethod.Nash or BargainingMethod.KalaiSmorodinsky, BargainingVerdict.Infeasible) => Blocking(pair, isSearched).Text,
        (BargainingMethod.SpatialModel, BargainingVerdict.NotConverged) => "The actors were still moving when the turns ran out.",
        (_, BargainingVerdict.NotConverged) => "The search was given up before it could certify an answer.",
        _ => "On some issue nobody with influence cares where it ends.",
    };

    public static IReadOnlyList<string> Notes() =>
    [
        "Positions are ideal points, capability is influence: of every stakeholder that can veto or influence, on negotiable issues. "
            + "Who has no ideal point on an issue is put at the others' compromise mean and weighs nothing there.",
        "Nash and Kalai–Smorodinsky are played by those whose consent is needed, veto players and those who ratify for them, "
            + "since nobody else can bring about the disagreement; power is influence.",
        "Their gains are what the terms decide directly, issues and interactions, against no deal less its cost; effects and "
            + "others' outcomes are left out, as if alike with and without a deal, since players trade terms and dispute what follows.",
        "A red line is a bound there; the other methods know no red lines. What none of these players cares about stays as near the "
            + "status quo as red lines allow.",
        "Among positions a salience counts as it is, not beside the others of the same stakeholder: who cares twice as much about "
            + "everything weighs twice as much in the compromise mean and in exchange; in the Spatial Model of Politics four times "
            + "in a bargain, and no more in an election.",
        "Who would sign what a method ends with at the modes is judged by the rule of acceptance, as of a scenario with these terms and no "
            + "others, on its own draws where these are at most 10,000, else on 10,000 others: so the terms of Nash and Kalai–Smorodinsky may be refused all the same, once effects and "
            + "others' outcomes count or a judgement is not at its mode.",
        "In the Spatial Model of Politics saliences are shares of an actor's attention: of 100, or of what those who care about most "
            + "care in sum where that is more; its outcome is the capability × salience weighted mean of where the actors end.",
        "Exchanges are one round; gains and losses in them count from the positions the actors came with.",
        "Shares, medians and bands come from 200 draws, ten in each block: the ends of a band are rough, the more so where a method "
            + "has an answer in few of them.",
    ];

    private string WithoutPair(bool isSearched) => methods.Games.Players.Count == 0
        ? "Nobody can stop a deal, so there is no disagreement to bargain over."
        : $"Every two of those whose consent is needed could agree, but not all of them together{Hedge(isSearched)}.";

    private static string Sentence(string first, string second, string? issue, bool isSearched) => issue is not null && first == second
        ? $"The red line of {first} on “{issue}” forbids the status quo, and that issue is not negotiable."
        : issue is not null
        ? $"The red lines of {first} and {second} on “{issue}” do not meet."
        : first == second
            ? $"Nothing within the red lines of {first} is worth more than no deal to that stakeholder{Hedge(isSearched)}."
            : $"No terms are worth more than no deal to both {first} and {second}{Hedge(isSearched)}.";

    private static string Hedge(bool isSearched) => isSearched ? ", as far as the search can tell" : "";

    private string Actor(int actor) => model.Stakeholders[methods.Tables.Actors[actor]].Name;

    private string Issue(int place) => $"“{model.Issues[methods.Tables.Issues[place]].Name}”";
}
