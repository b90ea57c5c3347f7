using Parley.Engine.Binding;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;
using Parley.Engine.Searching;

namespace Parley.Engine.Driving;

/// <summary>
/// Boxes of judgements that tell an output's cases of interest from the others: sought in points of the two samples that
/// the indices used, and judged on a third one, of which nothing was known when they were chosen.
/// </summary>
internal sealed class BoxSearch
{
    private const int MostBoxes = 3;

    /// <summary>Points of each sample that are searched; more hardly make better boxes.</summary>
    private const int MostSearched = 2_048;

    /// <summary>Share of cases, or of the others, below which there is too little to learn from.</summary>
    private const double SmallestShare = 0.02;

    private readonly DrivingPlan plan;
    private readonly DrivingSums sums;
    private readonly InputWording wording;
    private readonly int[][] listed;
    private readonly int searched;
    private readonly Dictionary<int, double[]> found = [];
    private readonly Dictionary<int, double[]> fresh = [];
    private readonly double[][] freshOutputs;

    /// <param name="listed">For each output the inputs that a box may restrict.</param>
    public BoxSearch(DrivingPlan plan, DrivingSums sums, InputWording wording, int[][] listed)
    {
        this.plan = plan;
        this.sums = sums;
        this.wording = wording;
        this.listed = listed;
        searched = Math.Min(plan.Sample.Points, MostSearched);
        foreach (var row in listed.SelectMany(inputs => inputs).Select(i => plan.Inputs[i].Judgement.Row).Distinct())
        {
            found.Add(row, new double[2 * searched]);
            fresh.Add(row, new double[plan.Sample.Points]);
        }

        freshOutputs = [.. plan.Given.Select(_ => new double[plan.Sample.Points])];
    }

    /// <summary>Draws the judgements of the points searched again, and the fresh sample.</summary>
    public void Draw(int threads, CancellationToken cancellation) => Chunks.Run(
        plan.Sample.Chunks,
        threads,
        new BoxPoints(plan),
        () => new BoxPoints(plan),
        (chunk, points) =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (chunk * DrawMatrix.Capacity < searched)
            {
                points.Write("a", chunk, found, 0);
                points.Write("b", chunk, found, searched);
            }

            points.Write("fresh", chunk, fresh, 0);
            points.Compute(chunk, freshOutputs);
        },
        cancellation);

    /// <summary>The boxes of one output.</summary>
    public Answer<BoxesReport> Report(int o, CancellationToken cancellation)
    {
        var cases = plan.Given[o].Output.Cases;
        bool[] IsCase(IEnumerable<double> outputs) => [.. outputs.Select(value => cases.Above ? value > cases.Threshold : value < cases.Threshold)];
        var isCase = IsCase(sums.A[o].Take(searched).Concat(sums.B[o].Take(searched)));
        var share = isCase.Count(each => each) / (double)isCase.Length;
        if (share is < SmallestShare or > 1 - SmallestShare)
        {
            return new Answer<BoxesReport>(null, share < 0.5
                ? "Fewer than 2 % of the draws are cases of interest: too few to find out where they lie."
                : "More than 98 % of the draws are cases of interest: too few others to find out where those lie.");
        }

        Judgement[] judgements = [.. listed[o].Select(i => plan.Inputs[i].Judgement)];
        var boxes = PatientRuleInduction.Search([.. judgements.Select(j => found[j.Row])], isCase, MostBoxes, cancellation);
        return new Answer<BoxesReport>(
            new BoxReportWriter(
                    wording,
                    judgements,
                    new BoxJudge([.. judgements.Select(j => found[j.Row])], isCase, 2 * searched / plan.Sample.PointsPerBlock),
                    new BoxJudge([.. judgements.Select(j => fresh[j.Row])], IsCase(freshOutputs[o]), BlockedSample.Blocks))
                .Write(cases, boxes),
            null);
    }
}
