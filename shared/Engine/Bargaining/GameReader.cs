using Parley.Engine.Binding;
using Parley.Engine.Situations;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Writes the game among those whose consent is needed: veto players and those who ratify for them. Gains are the parts of
/// the engine's own impact against no deal that the terms decide directly, issues and interactions, losses weighing more by
/// λ, plus the cost of no deal, less the margin; so a player gains exactly when, effects aside, it would accept.
/// </summary>
internal sealed class GameReader
{
    private readonly Model model;

    public GameReader(Model model)
    {
        this.model = model;
        var needed = new SortedSet<int>();
        foreach (var veto in Enumerable.Range(0, model.Stakeholders.Count).Where(s => model.Stakeholders[s].Role == StakeholderRole.Veto))
        {
            Add(veto);
        }

        Players = [.. needed];

        void Add(int stakeholder)
        {
            if (needed.Add(stakeholder))
            {
                foreach (var ratifier in model.Stakeholders[stakeholder].RatifiedBy)
                {
                    Add(ratifier);
                }
            }
        }
    }

    /// <summary>Indices of the stakeholders who play.</summary>
    public IReadOnlyList<int> Players { get; }

    /// <summary>
    /// The game over all issues of the model. What is not negotiable is held at the status quo, and a red line that forbids
    /// that leaves no agreement; what no player cares about stays as near the status quo as red lines allow.
    /// </summary>
    public BargainingGame Read(ReadOnlySpan<double> values)
    {
        var game = new BargainingGame(Players.Count, model.Issues.Count);
        for (var i = 0; i < Players.Count; i++)
        {
            ReadPlayer(game, i, model.Stakeholders[Players[i]], values);
        }

        for (var k = 0; k < model.Issues.Count; k++)
        {
            var statusQuo = values[model.Worlds[Model.StatusQuo].TermRows[k]];
            if (!model.Issues[k].Negotiable)
            {
                Hold(game, k, statusQuo);
            }
            else if (!Matters(game, k) && game.Low(k) <= game.High(k))
            {
                Hold(game, k, Math.Clamp(statusQuo, game.Low(k), game.High(k)));
            }
        }

        return game;
    }

    private void ReadPlayer(BargainingGame game, int player, BoundStakeholder of, ReadOnlySpan<double> values)
    {
        // An influence of 0 would leave a veto player without any say in the Nash product, and the product without a maximum.
        const double leastPower = 1e-6;
        var weights = SumOfWeights(of, values);
        game.LossAversion[player] = values[of.LossAversionRow];
        game.Reservation[player] = (values[of.MarginRow] - values[of.CostRow]) / 100;
        game.Power[player] = Math.Max(values[of.InfluenceRow], leastPower);
        foreach (var preference in of.Preferences)
        {
            var at = (player * game.Issues) + preference.Issue;
            game.Weight[at] = values[preference.SalienceRow] / weights;
            game.Ideal[at] = values[preference.IdealRow];
            game.Shape[at] = preference.ShapeRow < 0 ? 1 : values[preference.ShapeRow];
            if (preference.AtLeastRow >= 0)
            {
                game.AtLeast[at] = values[preference.AtLeastRow];
            }

            if (preference.AtMostRow >= 0)
            {
                game.AtMost[at] = values[preference.AtMostRow];
            }
        }

        foreach (var (world, odds) in NoDeal(values))
        {
            foreach (var preference in of.Preferences)
            {
                game.Without[(player * game.Issues) + preference.Issue] += odds * Value(preference, world, values);
            }
        }

        foreach (var interaction in of.Interactions)
        {
            var (first, second) = (of.Preferences[interaction.First], of.Preferences[interaction.Second]);
            var without = 0.0;
            foreach (var (world, odds) in NoDeal(values))
            {
                without += odds * Value(first, world, values) * Value(second, world, values);
            }

            game.Interactions.Add(new ValuedTogether(player, first.Issue, second.Issue, values[interaction.WeightRow] / weights, without));
        }
    }

    private static void Hold(BargainingGame game, int issue, double at)
    {
        for (var i = 0; i < game.Players; i++)
        {
            var own = (i * game.Issues) + issue;
            game.AtLeast[own] = Math.Max(game.AtLeast[own], at);
            game.AtMost[own] = Math.Min(game.AtMost[own], at);
        }
    }

    private static bool Matters(BargainingGame game, int issue)
    {
        for (var i = 0; i < game.Players; i++)
        {
            if (game.Weight[(i * game.Issues) + issue] > 0)
            {
                return true;
            }
        }

        return game.Interactions.Any(pair => pair.Weight > 0 && (pair.First == issue || pair.Second == issue));
    }

    private static double SumOfWeights(BoundStakeholder of, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var row in of.Preferences.Select(p => p.SalienceRow)
            .Concat(of.Interactions.Select(i => i.WeightRow))
            .Concat(of.Effects.Concat(of.Outcomes).Select(e => e.WeightRow)))
        {
            sum += values[row];
        }

        return sum;
    }

    private List<(World World, double Odds)> NoDeal(ReadOnlySpan<double> values)
    {
        var outcomes = new List<(World World, double Odds)>();
        var sum = 0.0;
        foreach (var world in model.Worlds.Skip(Model.FirstNoDeal))
        {
            outcomes.Add((world, values[world.OddsRow]));
            sum += values[world.OddsRow];
        }

        return [.. outcomes.Select(outcome => (outcome.World, outcome.Odds / sum))];
    }

    private static double Value(BoundPreference preference, World world, ReadOnlySpan<double> values)
    {
        var (p, x) = (values[preference.IdealRow], values[world.TermRows[preference.Issue]]);
        return 1 - Math.Pow(Math.Abs(x - p) / Math.Max(p, 100 - p), preference.ShapeRow < 0 ? 1 : values[preference.ShapeRow]);
    }
}
