using System.Text;
using System.Text.Json.Nodes;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Comparing;
using Parley.Engine.Driving;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Tests.Specifying;

/// <summary>Documents as they are sent and written, of every kind that has a schema, with all that there can be in them.</summary>
internal static class Corpus
{
    private static readonly string Shared = Path.Combine(Repository.Root, "shared");
    private static readonly string Tested = Path.Combine(AppContext.BaseDirectory, "Documents");
    private static readonly ShippedDocument<Situation>[] Situations = [.. Shipped.Situations(Shared), .. Shipped.Situations(Tested)];
    private static readonly ShippedDocument<Scenario>[] Scenarios = [.. Shipped.Scenarios(Shared), .. Shipped.Scenarios(Tested)];

    private static readonly string AskingForAll = File.ReadAllText(Path.Combine(Tested, "Fuzzing", "asking-for-all.json"));

    private static readonly Lazy<IReadOnlyList<(string Schema, JsonNode Document)>> Made = new(() =>
        [.. Of().Select(each => (each.Schema, JsonNode.Parse(each.Json)!))]);

    public static IReadOnlyList<(string Schema, JsonNode Document)> All => Made.Value;

    private static IEnumerable<(string Schema, byte[] Json)> Of()
    {
        foreach (var situation in Situations)
        {
            yield return ("Situation", situation.Json.ToArray());
            yield return ("Situation", CanonicalJson.Of(situation.Value));
        }

        foreach (var scenario in Scenarios)
        {
            yield return ("Scenario", scenario.Json.ToArray());
            yield return ("Scenario", CanonicalJson.Of(scenario.Value));
        }

        yield return ("Scenario", Encoding.UTF8.GetBytes(AskingForAll));
        yield return ("Scenario", CanonicalJson.Of(Read(AskingForAll)));
        yield return ("Scenario", """{"schemaVersion":1,"situation":"river-treaty","title":"Another record","terms":{},"assumptions":{"baseClass":"all-treaties"}}"""u8.ToArray());
        foreach (var report in Reports())
            yield return ("Report", report);
        yield return ("Comparison", Compared("river-treaty", "half-and-half", "half-and-half"));
        yield return ("Comparison", Compared("ukraine-settlement", "european-24-points", "us-28-points"));
        yield return ("Comparison", Compared("blue-nile-dam", "gerd-drought-rules", "gerd-us-offer"));
        foreach (var sweep in Sweeps())
            yield return sweep;
    }

    private static IEnumerable<byte[]> Reports()
    {
        var all = Read(AskingForAll);
        var evaluation = Evaluated(all);
        yield return CanonicalJson.Of(evaluation, new Provenance(1, "hash", "hash"));
        yield return CanonicalJson.Of(Lucky(evaluation));
        var some = all with { Analyses = [Analysis.Drivers], CounterOffers = null };
        yield return CanonicalJson.Of(Evaluated(some with { Analyses = [Analysis.Effects], Drivers = null }));
        yield return CanonicalJson.Of(Evaluated(some with { Drivers = new DriversRequest([new Output(new QuantityOfInterest.OfSubordination(), new CasesOfInterest(true, 0))], 256, 20) }));
        foreach (var name in new[] { "european-24-points", "us-28-points", "gerd-washington-text" })
            yield return CanonicalJson.Of(Evaluated(Scenarios.Single(each => each.Name == name).Value with { Draws = 200, Analyses = Enum.GetValues<Analysis>(), Drivers = new DriversRequest([], 256, 20) }));
    }

    /// <summary>With what takes luck to come about: a sturdier offer beside a fragile one, and several boxes together.</summary>
    private static Evaluation Lucky(Evaluation evaluation)
    {
        var (offers, drivers) = (evaluation.CounterOffers!, evaluation.Drivers!.Value!);
        return evaluation with
        {
            CounterOffers = offers with { Offers = [offers.Offers[0] with { Sturdier = offers.Offers[0] }] },
            Drivers = new Answer<DriversReport>(drivers with { Outputs = [.. drivers.Outputs.Select(Together)] }, null),
        };
    }

    private static OutputDrivers Together(OutputDrivers output) => output.Drivers.Value is { Boxes.Value: { Boxes: [var box, ..] } boxes } drivers
        ? output with { Drivers = new Answer<Drivers>(drivers with { Boxes = new Answer<BoxesReport>(boxes with { Together = box.Fresh }, null) }, null) }
        : output;

    private static Scenario Read(string json) => ScenarioReader.Read(Encoding.UTF8.GetBytes(json), Of("river-treaty")).Value!;

    private static Evaluation Evaluated(Scenario scenario) =>
        Evaluator.Evaluate(Of(scenario.Situation), scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);

    private static byte[] Compared(string situation, string first, string second) => CanonicalJson.Of(Comparer.Compare(
        Of(situation),
        [new ComparedScenario("a", Scenarios.Single(each => each.Name == first).Value), new ComparedScenario("b", Scenarios.Single(each => each.Name == second).Value)],
        new CommonSettings(200, 1, 10, 2),
        TestContext.Current.CancellationToken));

    private static IEnumerable<(string Schema, byte[] Json)> Sweeps()
    {
        var situation = Of("river-treaty");
        foreach (var json in new[]
        {
            Running.Sweeps.Json(size: 200),
            $$$"""
            {"schemaVersion":1,"title":"A grid","base":{{{Running.Requests.Scenario()}}},"vary":{"discharge":{"low":0,"high":100,"steps":11},"payment":[0,50]},"draws":200,
             "outputs":[{"effect":"fish-stock","year":3,"wants":"less","fails":{"above":0.1}},{"survival":5},{"subordination":true},{"impact":"town","against":"statusQuo"}]}
            """,
        })
        {
            var sweep = SweepReader.Read(Encoding.UTF8.GetBytes(json), situation).Value!;
            yield return ("Sweep", Encoding.UTF8.GetBytes(json));
            yield return ("Sweep", CanonicalJson.Of(sweep));
            var numbers = Sweeper.Evaluate(situation, sweep, 0, new Variants(sweep).Count, TestContext.Current.CancellationToken);
            var digest = SweepDigest.Of(sweep, numbers);
            yield return ("SweepSummary", CanonicalJson.Of(Sweeper.Summarise(situation, sweep, [digest])));
            yield return ("SweepSummary", CanonicalJson.Of(Sweeper.Summarise(situation, sweep, [digest], [.. numbers.Means.Take(sweep.Outputs.Count)], TestContext.Current.CancellationToken)));
        }
    }

    private static Situation Of(string id) => Situations.Single(each => each.Name == id).Value;
}
