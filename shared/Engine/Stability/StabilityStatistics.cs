using Parley.Engine.Estimating;
using Parley.Engine.Sampling;

namespace Parley.Engine.Stability;

/// <summary>Counts verdicts, block by block.</summary>
internal sealed class StabilityStatistics
{
    private const int Concepts = 4;
    private const int Restraints = 5;

    private readonly GraphModel model;
    private readonly int drawsPerBlock;
    private readonly int stable;
    private readonly int restrained;
    private readonly Tally tally;
    private readonly Dictionary<string, (Temptation Temptation, int[] Counts)>[] temptations;

    public StabilityStatistics(GraphModel model, int drawsPerBlock)
    {
        this.model = model;
        this.drawsPerBlock = drawsPerBlock;
        var statistics = new Statistics();
        stable = statistics.Reserve(model.States * Concepts * (model.DecisionMakers + 1));
        restrained = statistics.Reserve(Restraints * model.DecisionMakers);
        tally = new Tally(statistics.Count);
        temptations = [.. Enumerable.Range(0, Restraints * model.DecisionMakers).Select(_ => new Dictionary<string, (Temptation, int[])>())];
    }

    /// <summary>Counts the verdicts of one draw.</summary>
    public void Observe(int block, StabilityTable table, int[][] ranks)
    {
        var cells = tally.Block(block);
        for (var concept = SolutionConcept.Nash; concept <= SolutionConcept.Seq; concept++)
        {
            for (var state = 0; state < model.States; state++)
            {
                var everybody = true;
                for (var i = 0; i < model.DecisionMakers; i++)
                {
                    var holds = table.IsStable(concept, i, state);
                    everybody &= holds;
                    cells[Place(concept, i, state)] += holds ? 1 : 0;
                }

                cells[Place(concept, model.DecisionMakers, state)] += everybody ? 1 : 0;
            }
        }

        for (var i = 0; i < model.DecisionMakers; i++)
        {
            var restraint = Temptation.RestraintOf(table, i);
            cells[restrained + (i * Restraints) + (int)restraint]++;
            if (Temptation.Find(model, i, ranks, restraint) is { } temptation)
            {
                Count(temptations[(i * Restraints) + (int)restraint], temptation, block);
            }
        }
    }

    /// <summary>Share of draws in which a state is stable for a decision maker.</summary>
    public Estimate Stable(SolutionConcept concept, int decisionMaker, int state) =>
        Share(tally[Place(concept, decisionMaker, state)]);

    /// <summary>Share of draws in which a state is stable for all.</summary>
    public Estimate Joint(SolutionConcept concept, int state) => Share(tally[Place(concept, model.DecisionMakers, state)]);

    /// <summary>Share of draws in which just this keeps a decision maker at the deal.</summary>
    public Estimate Restrained(int decisionMaker, Restraint restraint) =>
        Share(tally[restrained + (decisionMaker * Restraints) + (int)restraint]);

    /// <summary>The most frequent temptation under a restraint, with its share of all draws; the first found among equals.</summary>
    public (Temptation Temptation, Estimate Share)? Usual(int decisionMaker, Restraint restraint)
    {
        var found = temptations[(decisionMaker * Restraints) + (int)restraint];
        if (found.Count == 0)
        {
            return null;
        }

        var (temptation, counts) = found.Values.MaxBy(entry => entry.Counts.Sum());
        var one = new Tally(1);
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            one.Block(block)[0] = counts[block];
        }

        return (temptation, Share(one[0]));
    }

    /// <summary>From draws per block to a share; whole numbers are counted, so that a share of all draws is exactly 1.</summary>
    private Estimate Share(Estimate count) => new(count.Value / drawsPerBlock, count.StandardError / drawsPerBlock);

    private static void Count(Dictionary<string, (Temptation Temptation, int[] Counts)> found, Temptation temptation, int block)
    {
        if (!found.TryGetValue(temptation.Key, out var entry))
        {
            entry = (temptation, new int[LatinHypercube.Blocks]);
            found.Add(temptation.Key, entry);
        }

        entry.Counts[block]++;
    }

    private int Place(SolutionConcept concept, int decisionMaker, int state) =>
        stable + (((((int)concept * (model.DecisionMakers + 1)) + decisionMaker) * model.States) + state);
}
