using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>Documents that authors, programs and enemies could send.</summary>
public class FuzzTests
{
    private static readonly EvaluationSettings OneThread = new(1);

    private static readonly IReadOnlyDictionary<string, Situation> Known =
        Shipped.Situations().Select(shipped => shipped.Value).Append(Sample.Situation).ToDictionary(situation => situation.Id);

    [Fact]
    public void Whatever_is_submitted_is_read_or_refused_with_places_that_are_there_and_what_is_read_is_evaluated()
    {
        byte[][] shipped = [.. Shipped.Scenarios().Select(shipped => shipped.Json.ToArray())];
        byte[][] samples = [Sample.ScenarioJson, Sample.AskingForAllJson];

        // The samples use every member there is, and are read in a tenth of the time.
        byte[][] starts = [.. shipped, .. Enumerable.Repeat(samples, 6 * shipped.Length).SelectMany(each => each)];
        var accepted = new Fuzzer(starts, Sample.SituationJson).Try(100_000, json =>
        {
            var alone = ScenarioReader.Read(json);
            Consistent(json, alone);
            Assert.Equal(Fingerprint.OfPayload(json) is null, IsNoDocument(alone));
            var situation = Known.GetValueOrDefault(ScenarioReader.SituationOf(json) ?? "", Sample.Situation);
            var reading = ScenarioReader.Read(json, situation);
            Consistent(json, reading);
            if (reading.Value is not { } scenario)
                return null;

            ReadsBack(CanonicalJson.Of(scenario), again => ScenarioReader.Read(again, situation), CanonicalJson.Of);
            Assert.True(EvaluationCost.Of(scenario, situation) > 0);
            return () => Evaluator.Evaluate(situation, Quick(scenario), OneThread, CancellationToken.None);
        });

        // Else the corpus would be nothing but noise, or hardly any.
        Assert.InRange(accepted, 0.1, 0.5);
    }

    [Fact]
    public void Whatever_is_put_as_a_situation_is_read_or_refused_with_places_that_are_there_and_what_is_read_is_reasoned_with()
    {
        var unchanged = ScenarioReader.Read("""{"schemaVersion":1,"situation":"any","title":"Nothing changes","terms":{},"draws":200}"""u8.ToArray()).Value!;

        var accepted = new Fuzzer([Sample.SituationJson]).Try(10_000, json =>
        {
            var reading = SituationReader.Read(json);
            Consistent(json, reading);
            if (reading.Value is not { } situation)
                return null;

            ReadsBack(CanonicalJson.Of(situation), again => SituationReader.Read(again), CanonicalJson.Of);
            return () => Evaluator.Evaluate(situation, unchanged with { Situation = situation.Id }, OneThread, CancellationToken.None);
        });

        Assert.InRange(accepted, 0.05, 0.5);
    }

    [Fact]
    public void Whatever_is_asked_of_a_sweep_is_read_or_refused_with_places_that_are_there_and_what_is_read_is_evaluated()
    {
        var accepted = new Fuzzer([Sample.SweepJson], Sample.SituationJson).Try(20_000, json =>
        {
            Consistent(json, SweepReader.Read(json));
            var situation = Known.GetValueOrDefault(SweepReader.SituationOf(json) ?? "", Sample.Situation);
            var reading = SweepReader.Read(json, situation);
            Consistent(json, reading);
            if (reading.Value is not { } sweep)
                return null;

            ReadsBack(CanonicalJson.Of(sweep), again => SweepReader.ReadAccepted(again, situation), CanonicalJson.Of);
            Assert.True(SweepCost.Of(sweep, situation) > 0);
            return () => Sweeper.Evaluate(situation, sweep with { Draws = 200 }, 0, 1, CancellationToken.None);
        });

        Assert.InRange(accepted, 0.05, 0.5);
    }

    private static void Consistent<T>(byte[] json, Reading<T> reading)
        where T : class
    {
        Assert.Equal(reading.Value is null, reading.Problems.Count > 0);
        Assert.InRange(reading.Problems.Count, 0, Reading<T>.MaxProblems + 1);
        Assert.All(reading.Problems, problem => Assert.True(problem.Detail.Length < 1000 && problem.Detail[^1] is '.' or '?', problem.Detail));
        Assert.Empty(Pointing.Astray(json, reading.Problems));
    }

    private static bool IsNoDocument(Reading<Scenario> reading) =>
        reading.Problems is [{ Pointer: "" } only] && only.Detail.StartsWith("The document ", StringComparison.Ordinal) && !only.Detail.EndsWith("must be an object.", StringComparison.Ordinal);

    private static void ReadsBack<T>(byte[] canonical, Func<byte[], Reading<T>> read, Func<T, byte[]> write)
        where T : class
    {
        var again = read(canonical);
        Assert.Empty(again.Problems);
        Assert.Equal(canonical, write(again.Value!));
    }

    /// <summary>On samples as small as there are; the search for counter-offers has only one size, a second long.</summary>
    private static Scenario Quick(Scenario scenario) => scenario with
    {
        Draws = 200,
        Drivers = scenario.Drivers is { } asked ? asked with { Points = DriversRequest.FewestPoints } : null,
        Analyses = scenario.Seed == Scenario.DefaultSeed ? [.. scenario.Analyses.Except([Analysis.CounterOffers])] : scenario.Analyses,
    };
}
