using CsCheck;
using Parley.Engine.Situations;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

public sealed class OptionGraphTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];
    private static readonly string[] Owners = ["x", "y", "z"];

    /// <summary>Five options of up to three owners with any rules among them, contradictory ones included.</summary>
    private static readonly Gen<StabilityOption[]> AnyOptions =
        from owners in Gen.Int[0, 2].Array[5]
        from irreversible in Gen.Bool.Array[5]
        from dice in Gen.Int[0, 9].Array[50]
        select Ids.Select((id, n) => Option(
            id,
            Owners[owners[n]],
            irreversible[n],
            [.. Ids.Where((other, m) => other != id && dice[(n * 5) + m] == 0)],
            [.. Ids.Where((other, m) => other != id && dice[25 + (n * 5) + m] == 0)])).ToArray();

    [Fact]
    public void Independent_options_can_be_taken_in_every_combination()
    {
        var graph = Graph(Option("a", "x"), Option("b", "y"), Option("c", "x"));
        Assert.Equal([0b000, 0b001, 0b010, 0b100, 0b011, 0b101, 0b110, 0b111], graph.States);
        Assert.Equal(["x", "y"], graph.Owners);
        Assert.Equal([0b001, 0b100, 0b101], Reach(graph, 0, 0b000));
        Assert.Equal([0b010], Reach(graph, 1, 0b000));
    }

    [Fact]
    public void An_option_needs_what_it_requires_and_stands_beside_nothing_that_it_excludes()
    {
        var graph = Graph(Option("a", "x"), Option("b", "y", requires: ["a"]), Option("c", "y", excludes: ["a"]));
        Assert.Equal([0b000, 0b001, 0b100, 0b011], graph.States);
    }

    [Fact]
    public void An_irreversible_option_is_never_dropped()
    {
        var graph = Graph(Option("a", "x", irreversible: true), Option("b", "x"));
        Assert.Equal([0b01, 0b10, 0b11], Reach(graph, 0, 0b00));
        Assert.Equal([0b11], Reach(graph, 0, 0b01));
        Assert.Equal([0b01], Reach(graph, 0, 0b11));
    }

    [Fact]
    public void What_another_option_requires_cannot_be_dropped_while_it_stands()
    {
        var graph = Graph(Option("a", "x"), Option("b", "y", requires: ["a"]));
        Assert.Empty(Reach(graph, 0, 0b11));
    }

    [Fact]
    public void Options_of_different_owners_that_require_each_other_never_come_about()
    {
        var graph = Graph(Option("a", "x", requires: ["b"]), Option("b", "y", requires: ["a"]), Option("c", "x"));
        Assert.Equal([0b000, 0b100], graph.States);
    }

    [Fact]
    public void States_and_moves_are_those_that_the_rules_allow_from_the_deal_on() => AnyOptions.Sample(
        options =>
        {
            var (states, moves) = ByTheRules(options);
            var graph = OptionGraph.Of(options, out var reason);
            Assert.Equal(graph is null, reason is not null);
            Assert.Equal(states.Order(), (graph?.States ?? [0]).Order());
            if (graph is not null)
            {
                var found = graph.Owners.SelectMany((owner, i) => graph.States.SelectMany(from =>
                    Reach(graph, i, from).Select(to => (owner, from, to))));
                Assert.Equal(moves.Order(), found.Order());
            }
        },
        iter: Effort.Of(2_000));

    [Fact]
    public void Without_options_there_is_nothing_to_judge()
    {
        Assert.Null(OptionGraph.Of([], out var reason));
        Assert.Equal("The situation names no options, so that nobody can leave the deal or make a move of their own.", reason);
    }

    [Fact]
    public void Options_that_can_never_be_taken_leave_nothing_to_judge()
    {
        Assert.Null(OptionGraph.Of([Option("a", "x", requires: ["b"]), Option("b", "x", excludes: ["a"], requires: ["a"])], out var reason));
        Assert.Equal("No option can ever be taken: each requires or excludes what stands in its way.", reason);
    }

    [Fact]
    public void Twelve_free_options_of_one_owner_leave_too_many_moves()
    {
        Assert.Null(OptionGraph.Of([.. Enumerable.Range(0, 12).Select(n => Option($"o{n}", "x"))], out var reason));
        Assert.Equal("The options leave more moves than can be followed.", reason);
    }

    [Fact]
    public void Twelve_options_of_twelve_owners_can_be_followed() =>
        Assert.Equal(4096, Graph([.. Enumerable.Range(0, 12).Select(n => Option($"o{n}", $"x{n}"))]).States.Count);

    [Fact]
    public void A_thirteenth_option_or_a_reference_to_none_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => OptionGraph.Of([.. Enumerable.Range(0, 13).Select(n => Option($"o{n}", "x"))], out _));
        Assert.ThrowsAny<ArgumentException>(() => OptionGraph.Of([Option("a", "x", requires: ["b"])], out _));
    }

    /// <summary>All subsets held against the rules, then those that a search over whole moves reaches.</summary>
    private static (HashSet<int> States, List<(string Owner, int From, int To)> Moves) ByTheRules(StabilityOption[] options)
    {
        var feasible = Enumerable.Range(0, 1 << options.Length).Where(mask => Taken(mask).All(option =>
            option.Requires.All(Taken(mask).Select(o => o.Id).Contains) && !option.Excludes.Any(Taken(mask).Select(o => o.Id).Contains))).ToArray();
        var all = (
            from owner in options.Select(o => o.Owner).Distinct()
            from start in feasible
            from to in feasible
            where start != to
                && options.Where((o, n) => (((start ^ to) >> n) & 1) == 1).All(o => o.Owner == owner)
                && !Taken(start & ~to).Any(o => o.Irreversible)
            select (owner, start, to)).ToList();
        var reached = new HashSet<int> { 0 };
        while (all.Any(move => reached.Contains(move.start) && reached.Add(move.to)))
        {
        }

        return (reached, [.. all.Where(move => reached.Contains(move.start))]);

        IEnumerable<StabilityOption> Taken(int mask) => options.Where((_, n) => ((mask >> n) & 1) == 1);
    }

    private static OptionGraph Graph(params StabilityOption[] options) => OptionGraph.Of(options, out _)!;

    private static int[] Reach(OptionGraph graph, int owner, int state) =>
        [.. graph.Model.Moves(owner, graph.States.ToList().IndexOf(state)).ToArray().Select(to => graph.States[to]).Order()];

    private static StabilityOption Option(
        string id, string owner, bool irreversible = false, string[]? requires = null, string[]? excludes = null) =>
        new(id, id, owner, irreversible, requires ?? [], excludes ?? [], [], [], "made up");
}
