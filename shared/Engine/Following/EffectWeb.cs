using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;
using Parley.Engine.Valuing;

namespace Parley.Engine.Following;

/// <summary>
/// Effects by year in every world: a_e(0) = 0, a_e(t) = tanh(Σ w·input + Σ w·a_source(t − delay)), t = 1 … horizon, each
/// world from the status quo. A cause is felt from year <c>delay</c> on.
/// </summary>
internal sealed class EffectWeb
{
    private readonly Model model;
    private readonly EffectSchedule schedule;
    private readonly LinkInputs inputs;
    private readonly OutcomeValues outset;
    private readonly OutcomeValues outcomes;
    private readonly int[] outcomeDelays;
    private readonly int[][] incoming;
    private readonly DrawMatrix levels;
    private readonly DrawMatrix scores;
    private readonly DrawMatrix terms;
    private readonly DrawMatrix scratch = new(1);
    private readonly bool[] movesWithoutDeal;

    public EffectWeb(Model model, EffectSchedule schedule, IssueValues values)
    {
        this.model = model;
        this.schedule = schedule;
        inputs = new LinkInputs(model);
        incoming = [.. model.Effects.Select((_, e) => Enumerable.Range(0, model.Links.Count).Where(l => model.Links[l].To == e).ToArray())];
        levels = new DrawMatrix((schedule.Rows * model.Worlds.Count) + 1);
        scores = new DrawMatrix(schedule.Rows);
        terms = new DrawMatrix(model.Links.Count * schedule.Years);
        outset = new OutcomeValues(model, values, this);
        outcomes = new OutcomeValues(model, values, this);
        outcomeDelays = [.. model.Links.Where(link => link.Kind == LinkKind.Outcome).Select(link => link.Delay).Distinct()];
        movesWithoutDeal = MovedByAssumptions(model);
    }

    /// <summary>Links into an effect, in situation order.</summary>
    public IReadOnlyList<int> Incoming(int effect) => incoming[effect];

    /// <summary>An effect's level in a world and year; 0 in year 0.</summary>
    public ReadOnlySpan<Vector256<double>> Level(int world, int effect, int year) => levels[LevelRow(world, effect, year)];

    /// <summary>An effect's levels in all worlds in a year ≥ 1, times a factor.</summary>
    public WorldValues Levels(int effect, int year, double factor) => new(levels, schedule.Row(effect, year), schedule.Rows, factor);

    /// <summary>The levels of one draw after another.</summary>
    public ReadOnlySpan<double> LevelNumbers(int world, int effect, int year) => levels.Numbers(LevelRow(world, effect, year));

    /// <summary>The argument of tanh under the deal.</summary>
    public ReadOnlySpan<Vector256<double>> Score(int effect, int year) => scores[schedule.Row(effect, year)];

    /// <summary>What a link that starts at no effect adds to the score under the deal, in a year.</summary>
    public ReadOnlySpan<Vector256<double>> Term(int link, int year) => terms[TermRow(link, year)];

    /// <summary>True when the link is felt in the year.</summary>
    public bool Felt(int link, int year) => model.Links[link].Kind is LinkKind.Effect or LinkKind.Outcome
        ? year > model.Links[link].Delay
        : year >= model.Links[link].Delay;

    public void Compute(DrawMatrix draws)
    {
        levels.Draws = scores.Draws = terms.Draws = scratch.Draws = draws.Draws;
        levels[LevelRow(0, 0, 0)].Clear();
        inputs.Compute(draws);
        if (outcomeDelays.Length > 0)
        {
            outset.Compute(draws, Model.StatusQuo, 0);
        }

        // The deal comes last, so that its scores and terms are the ones that stay.
        for (var world = model.Worlds.Count - 1; world >= 0; world--)
        {
            Follow(draws, world);
        }
    }

    private void Follow(DrawMatrix draws, int world)
    {
        WriteStandingTerms(draws, world);
        for (var year = 1; year <= schedule.Years; year++)
        {
            WriteOutcomeTerms(draws, world, year);
            for (var e = 0; e < model.Effects.Count; e++)
            {
                if (year <= schedule.Settled(e) && (world != Model.StatusQuo || movesWithoutDeal[e]))
                {
                    Score(draws, world, e, year);
                    TensorPrimitives.Tanh(
                        MemoryMarshal.Cast<Vector256<double>, double>(scores[schedule.Row(e, year)]),
                        MemoryMarshal.Cast<Vector256<double>, double>(levels[LevelRow(world, e, year)]));
                }
            }
        }
    }

    /// <summary>
    /// Effects that move although the status quo holds; the others stay at 0 there. Outcomes count as causes that move,
    /// since what they depend on may.
    /// </summary>
    private static bool[] MovedByAssumptions(Model model)
    {
        var moved = new bool[model.Effects.Count];
        bool changed;
        do
        {
            changed = false;
            foreach (var link in model.Links)
            {
                var moves = link.Kind is LinkKind.Assumption or LinkKind.Outcome || (link.Kind == LinkKind.Effect && moved[link.Source]);
                changed |= moves && !moved[link.To];
                moved[link.To] |= moves;
            }
        }
        while (changed);

        return moved;
    }

    private void WriteStandingTerms(DrawMatrix draws, int world)
    {
        for (var l = 0; l < model.Links.Count; l++)
        {
            if (model.Links[l].Kind is not (LinkKind.Effect or LinkKind.Outcome))
            {
                var term = terms[TermRow(l, 1)];
                inputs.Write(draws, model.Links[l], world, term);
                Respond(draws, model.Links[l], term);
            }
        }
    }

    /// <summary>U_i(year − delay) − U_i(status quo, year 0), weighted.</summary>
    private void WriteOutcomeTerms(DrawMatrix draws, int world, int year)
    {
        foreach (var delay in outcomeDelays)
        {
            if (year <= delay)
            {
                continue;
            }

            outcomes.Compute(draws, world, year - delay);
            for (var l = 0; l < model.Links.Count; l++)
            {
                var link = model.Links[l];
                if (link.Kind == LinkKind.Outcome && link.Delay == delay)
                {
                    var term = terms[TermRow(l, year)];
                    ValueKernels.Subtract(outcomes[link.Source], outset[link.Source], term);
                    Respond(draws, link, term);
                }
            }
        }
    }

    private void Score(DrawMatrix draws, int world, int effect, int year)
    {
        var score = scores[schedule.Row(effect, year)];
        score.Clear();
        foreach (var l in incoming[effect])
        {
            if (!Felt(l, year))
            {
                continue;
            }

            var link = model.Links[l];
            if (link.Kind != LinkKind.Effect)
            {
                ValueKernels.Add(terms[TermRow(l, year)], score);
                continue;
            }

            var level = Level(world, link.Source, year - link.Delay);
            if (link.ThresholdRow < 0)
            {
                ValueKernels.AddScaled(level, draws[link.WeightRow], score);
                continue;
            }

            level.CopyTo(scratch[0]);
            Respond(draws, link, scratch[0]);
            ValueKernels.Add(scratch[0], score);
        }
    }

    /// <summary>input ← weight · response(input).</summary>
    private static void Respond(DrawMatrix draws, BoundLink link, Span<Vector256<double>> input)
    {
        if (link.ThresholdRow >= 0)
        {
            LinkKernels.Ramp(draws[link.ThresholdRow], link.Width, input);
        }

        ValueKernels.Multiply(input, draws[link.WeightRow], input);
    }

    private int LevelRow(int world, int effect, int year) =>
        year <= 0 ? schedule.Rows * model.Worlds.Count : (world * schedule.Rows) + schedule.Row(effect, year);

    // Standing terms are the same every year and live in the first year's row.
    private int TermRow(int link, int year) =>
        (link * schedule.Years) + (model.Links[link].Kind == LinkKind.Outcome ? Math.Min(year, schedule.Years) - 1 : 0);
}
