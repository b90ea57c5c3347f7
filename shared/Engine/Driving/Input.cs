using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Recomputing;
using Parley.Engine.Sampling;

namespace Parley.Engine.Driving;

/// <summary>
/// An independent input of the sample: a range, what a range has of its own beside the shared factor that it follows, or a
/// shared factor. The one place where a uniform draw of an input becomes changed rows of a graph.
/// </summary>
internal sealed class Input
{
    private readonly Judgement[] followers;

    /// <param name="judgements">All judgements of the model.</param>
    public Input(Judgement judgement, IReadOnlyList<Judgement> judgements, OutputGraph graph)
    {
        Judgement = judgement;
        followers = [.. judgements.Where(j => j.FactorRow == judgement.Row)];
        Reached = graph.ReachedFrom(followers.Select(f => f.Row).Append(judgement.Row));
        ReachedRows = Reached.Select(node => node.Row).Concat(followers.Select(f => f.Row)).Append(judgement.Row).ToHashSet();
    }

    public Judgement Judgement { get; }

    /// <summary>What has to be computed again when the input changes.</summary>
    public IReadOnlyList<Node> Reached { get; }

    /// <summary>Every row that can be another one when the input is.</summary>
    public IReadOnlySet<int> ReachedRows { get; }

    /// <summary>The inputs of a model, each with what it reaches in a graph.</summary>
    public static IReadOnlyList<Input> Of(OutputGraph graph)
    {
        var judgements = graph.Model.Quantities.Judgements;

        return [.. judgements.Where(IsInput).Select(j => new Input(j, judgements, graph))];
    }

    /// <summary>False for a judgement that follows its factor wholly and so has nothing of its own.</summary>
    public static bool IsInput(Judgement judgement) => judgement.FactorRow < 0 || Math.Abs(judgement.Range!.Factor!.Loading) < 1;

    /// <summary>Makes the rows those of another draw of this input, all other inputs as in the sample that the rows were computed from.</summary>
    /// <param name="sample">That sample.</param>
    /// <param name="uniform">The input's other draw.</param>
    public void Change(GraphRows rows, InputSample sample, ReadOnlySpan<Vector256<double>> uniform)
    {
        rows.Restore();
        Write(rows, Judgement, uniform);
        foreach (var follower in followers)
        {
            Write(rows, follower, sample.Uniform(follower));
        }

        rows.Recompute(Reached);
    }

    /// <summary>
    /// The uniform number at an end of the tornado. A choice among sets of preferences has no quantiles: its ends are the set
    /// named first and the last one, however probable they are.
    /// </summary>
    public double End(bool isHigh)
    {
        const double first = 1e-12;
        var low = Judgement.Kind == JudgementKind.Choice ? first : TornadoSums.LowQuantile;
        return isHigh ? 1 - low : low;
    }

    /// <summary>The input's quantile in its own unit; null where it depends on a shared factor, and for a choice, which has no unit.</summary>
    public double? At(double probability)
    {
        if (Judgement.FactorRow >= 0 || Judgement.Kind == JudgementKind.Choice)
        {
            return null;
        }

        Span<Vector256<double>> value = [Vector256.Create(probability)];
        JudgementValues.FromUniform(Judgement, default, value);
        return value[0].ToScalar();
    }

    private static void Write(GraphRows rows, Judgement judgement, ReadOnlySpan<Vector256<double>> uniform)
    {
        var row = rows.Change(judgement.Row);
        uniform.CopyTo(row);
        JudgementValues.FromUniform(judgement, judgement.FactorRow < 0 ? default : rows[judgement.FactorRow], row);
    }
}
