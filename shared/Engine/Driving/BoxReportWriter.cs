using Parley.Engine.Binding;
using Parley.Engine.Scenarios;
using Parley.Engine.Searching;

namespace Parley.Engine.Driving;

/// <summary>Turns boxes into words and numbers.</summary>
internal sealed class BoxReportWriter(InputWording wording, IReadOnlyList<Judgement> judgements, BoxJudge searched, BoxJudge fresh)
{
    /// <summary>Steps of a trajectory that are told: enough to see where density is bought with coverage.</summary>
    private const int StepsTold = 10;

    public BoxesReport Write(CasesOfInterest cases, IReadOnlyList<FoundBox> boxes) => new(
        cases,
        fresh.Share,
        judgements.Count,
        [.. boxes.Select(box => new BoxReport(
            [.. box.Box.Restricted.Select(d => Limit(box.Box, d))], fresh.Judge([box.Box]), searched.Judge([box.Box]), Trajectory(box)))],
        boxes.Count < 2 ? null : fresh.Judge([.. boxes.Select(box => box.Box)]));

    private BoxLimit Limit(Box box, int d)
    {
        var (points, hits) = fresh.Count(box);
        var (pointsWithout, hitsWithout) = fresh.Count(box, d);
        var without = pointsWithout == 0 ? 0 : (double)hitsWithout / pointsWithout;
        return new BoxLimit(
            wording.Describe(judgements[d]),
            double.IsFinite(box.Low[d]) ? box.Low[d] : null,
            double.IsFinite(box.High[d]) ? box.High[d] : null,
            without,
            BinomialTail.AtLeast(hits, points, without));
    }

    private static TrajectoryStep[] Trajectory(FoundBox found)
    {
        var (steps, all) = (found.Trajectory, found.Trajectory[0]);
        var every = Math.Max(1, (steps.Count + StepsTold - 2) / (StepsTold - 1));
        return
        [
            .. Enumerable.Range(0, steps.Count).Where(step => step % every == 0 || step == steps.Count - 1 || step == found.Chosen).Select(step => new TrajectoryStep(
                steps[step].Box.Restricted.Count,
                (double)steps[step].Points / all.Points,
                all.Cases == 0 ? 0 : (double)steps[step].Cases / all.Cases,
                (double)steps[step].Cases / steps[step].Points,
                step == found.Chosen)),
        ];
    }
}
