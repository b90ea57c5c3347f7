using System.Numerics;
using Parley.Engine.Situations;

namespace Parley.Engine.Stability;

/// <summary>
/// The graph model of a situation's options (option form: Fang, Hipel, Kilgour &amp; Peng 2003, IEEE Transactions on Systems,
/// Man and Cybernetics C 33, 42–55). A state is a set of options taken; it is feasible when every option in it has all
/// that it requires and nothing that it excludes. A move changes any of the mover's own options at once, between feasible
/// states, and drops none that is irreversible; so an option can't be dropped while another that requires it stands.
/// Only states that can come about from the deal, in which nothing is taken, are kept.
/// </summary>
public sealed class OptionGraph
{
    /// <summary>Options that a situation may have.</summary>
    public const int MostOptions = 12;

    /// <summary>Moves that are followed: beyond, one owner holds so many options that the graph no longer fits.</summary>
    private const int MostMoves = 4_000_000;

    private OptionGraph(IReadOnlyList<string> owners, IReadOnlyList<int> states, GraphModel model)
    {
        Owners = owners;
        States = states;
        Model = model;
    }

    /// <summary>The decision makers: stakeholders with options, in the order of their first option.</summary>
    public IReadOnlyList<string> Owners { get; }

    /// <summary>The options taken in each state, as bits in the order of the list; state 0 is the deal, fewer options come first.</summary>
    public IReadOnlyList<int> States { get; }

    public GraphModel Model { get; }

    /// <summary>Builds the graph, or says why there is nothing to judge.</summary>
    /// <param name="reason">Null when a graph is returned, else a sentence.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="MostOptions"/>, or one refers to another that is not there.</exception>
    public static OptionGraph? Of(IReadOnlyList<StabilityOption> options, out string? reason)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Count, MostOptions, nameof(options));
        var rules = new Rules(options);
        var masks = rules.Reach(out var fits);
        reason = options.Count == 0
            ? "The situation names no options, so that nobody can leave the deal or make a move of their own."
            : masks.Count == 1
                ? "No option can ever be taken: each requires or excludes what stands in its way."
                : fits ? null : "The options leave more moves than can be followed.";
        if (reason is not null)
        {
            return null;
        }

        var states = masks.OrderBy(mask => BitOperations.PopCount((uint)mask)).ThenBy(mask => mask).ToArray();
        var places = states.Select((mask, place) => (mask, place)).ToDictionary(x => x.mask, x => x.place);
        var moves = rules.Owned.Select(own => states
            .SelectMany(from => rules.Moves(from, own).Select(to => new Move(places[from], places[to])))
            .ToArray()).ToArray();
        return new OptionGraph(rules.Owners, states, new GraphModel(states.Length, moves));
    }

    /// <summary>Requirements, exclusions, owners and irreversibility as bits.</summary>
    private sealed class Rules
    {
        private readonly int[] requires;
        private readonly int[] excludes;
        private readonly int irreversible;

        public Rules(IReadOnlyList<StabilityOption> options)
        {
            var bits = options.Select((option, place) => (option.Id, Bit: 1 << place)).ToDictionary(x => x.Id, x => x.Bit);
            requires = [.. options.Select(option => Mask(option.Requires))];
            excludes = [.. options.Select(option => Mask(option.Excludes))];
            irreversible = Mask(options.Where(option => option.Irreversible).Select(option => option.Id));
            Owners = [.. options.Select(option => option.Owner).Distinct()];
            Owned = [.. Owners.Select(owner => Mask(options.Where(option => option.Owner == owner).Select(option => option.Id)))];

            int Mask(IEnumerable<string> ids) => ids.Aggregate(
                0, (mask, id) => mask | (bits.TryGetValue(id, out var bit) ? bit : throw new ArgumentException($"There is no option {id}.", nameof(options))));
        }

        public IReadOnlyList<string> Owners { get; }

        /// <summary>The options of each owner.</summary>
        public IReadOnlyList<int> Owned { get; }

        /// <summary>Feasible states that moves lead to from the deal.</summary>
        /// <param name="fits">False when there are more than <see cref="MostMoves"/>; then the search was given up.</param>
        public HashSet<int> Reach(out bool fits)
        {
            var reached = new HashSet<int> { 0 };
            var open = new Stack<int>([0]);
            var moves = 0;
            while (moves <= MostMoves && open.TryPop(out var from))
            {
                foreach (var to in Owned.SelectMany(own => Moves(from, own)))
                {
                    moves++;
                    if (reached.Add(to))
                    {
                        open.Push(to);
                    }
                }
            }

            fits = moves <= MostMoves;
            return reached;
        }

        /// <summary>Every other feasible choice among the owner's options that keeps what is irreversible.</summary>
        public IEnumerable<int> Moves(int from, int own)
        {
            for (var choice = own; ; choice = (choice - 1) & own)
            {
                var to = (from & ~own) | choice;
                if (to != from && (from & irreversible & ~to) == 0 && IsFeasible(to))
                {
                    yield return to;
                }

                if (choice == 0)
                {
                    yield break;
                }
            }
        }

        private bool IsFeasible(int state)
        {
            for (var option = 0; option < requires.Length; option++)
            {
                if ((state >> option & 1) == 1 && ((requires[option] & ~state) != 0 || (excludes[option] & state) != 0))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
