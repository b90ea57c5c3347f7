using Parley.Engine.Binding;
using Parley.Engine.Estimating;

namespace Parley.Engine.Bargaining;

/// <summary>Puts names to what the methods found.</summary>
internal sealed class BargainingReportWriter(Model model, BargainingMethods methods, OutcomeConsent consent)
{
    private readonly BargainingWording wording = new(model, methods);

    /// <summary>The report where nobody can bargain, or over nothing.</summary>
    public static BargainingReport Nothing() => new(
        [], [], [], null, [], [], ["Nobody with influence cares about a negotiable issue, so there is no bargaining to follow."]);

    public BargainingReport Write(BargainingAtModes modes, (Estimate Found, IReadOnlyList<OutcomeSpread>? Issues)[] draws)
    {
        var atModes = Enum.GetValues<BargainingMethod>().Select(method => AtModes(modes, method)).ToArray();
        return new BargainingReport(
            [.. methods.Tables.Actors.Select((s, i) => new BargainingActor(
                model.Stakeholders[s].Id,
                model.Stakeholders[s].Name,
                model.Stakeholders[s].Role,
                modes.Capability[i],
                methods.Games.Players.Contains(s)))],
            [.. Enum.GetValues<BargainingMethod>().Select(method => Outcome(modes, method, draws[(int)method]))],
            [.. Enumerable.Range(0, methods.Tables.Issues.Count).Select(k => Spread(atModes, k)).OfType<MethodSpread>()],
            modes.Nash.Verdict == BargainingVerdict.Infeasible ? wording.Blocking(modes.Blocking, modes.IsSearched) : null,
            [.. modes.Rounds.Select(Round)],
            [.. modes.Exchanges.Select(exchange => Exchange(exchange, modes.AllAttention))],
            BargainingWording.Notes());
    }

    private double[]? AtModes(BargainingAtModes modes, BargainingMethod method) => method switch
    {
        BargainingMethod.CompromiseMean => modes.Compromise,
        BargainingMethod.Nash => methods.Terms(modes.Nash),
        BargainingMethod.KalaiSmorodinsky => methods.Terms(modes.KalaiSmorodinsky),
        BargainingMethod.SpatialModel => modes.Spatial,
        BargainingMethod.EqualGainExchange => modes.Exchanged,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method."),
    };

    private MethodOutcome Outcome(
        BargainingAtModes modes, BargainingMethod method, (Estimate Found, IReadOnlyList<OutcomeSpread>? Issues) draws)
    {
        var outcome = AtModes(modes, method);
        var verdict = method switch
        {
            BargainingMethod.Nash => modes.Nash.Verdict,
            BargainingMethod.KalaiSmorodinsky => modes.KalaiSmorodinsky.Verdict,
            BargainingMethod.SpatialModel when outcome is null && modes.Compromise is not null => BargainingVerdict.NotConverged,
            _ => outcome is null ? BargainingVerdict.Infeasible : BargainingVerdict.Found,
        };
        return new MethodOutcome(
            method,
            verdict,
            wording.Reason(method, verdict, modes.Blocking, modes.IsSearched),
            draws.Found,
            outcome is null ? null : consent.Of(methods.Tables.Issues.Select((issue, k) => (model.Issues[issue].Id, outcome[k]))),
            [.. methods.Tables.Issues.Select((issue, k) => new IssueOutcome(
                model.Issues[issue].Id, model.Issues[issue].Name, outcome?[k], modes.Compromise?[k], draws.Issues?[k]))]);
    }

    private MethodSpread? Spread(double[]?[] atModes, int k)
    {
        var answers = atModes.Select((outcome, method) => (Method: (BargainingMethod)method, Value: outcome?[k]))
            .Where(answer => answer.Value is not null)
            .OrderBy(answer => Settled.Of(answer.Value!.Value))
            .ToArray();
        return answers is [var lowest, ..] && answers[^1] is var highest
            ? new MethodSpread(
                model.Issues[methods.Tables.Issues[k]].Id,
                model.Issues[methods.Tables.Issues[k]].Name,
                lowest.Value!.Value,
                lowest.Method,
                highest.Value!.Value,
                highest.Method)
            : null;
    }

    private BargainingRound Round(SpatialModelRound round, int turn) => new(
        turn,
        round.StopRatio,
        [.. methods.Tables.Actors.Select((s, i) => new ActorStanding(model.Stakeholders[s].Id, round.Positions[i], round.WinProbability[i]))],
        [.. round.Challenges.Select(challenge => new ChallengeReport(
            Id(challenge.Initiator), Id(challenge.Target), challenge.WinProbability, challenge.ExpectedGain))],
        [.. round.Moves.Select(move => new MoveReport(
            Id(move.Actor), Id(move.Initiator), Id(move.Target), move.Probability, move.Options, wording.Move(move)))]);

    /// <param name="attention">From shares of attention back to saliences from 0 to 100.</param>
    private ExchangeReport Exchange(Exchange exchange, double attention) => new(
        Id(exchange.First),
        Id(exchange.Second),
        model.Issues[methods.Tables.Issues[exchange.FirstGives]].Id,
        model.Issues[methods.Tables.Issues[exchange.SecondGives]].Id,
        exchange.FirstShift,
        exchange.SecondShift,
        exchange.Gain * attention,
        [.. exchange.Externalities.Select((gain, i) => (Actor: i, Gain: gain))
            .Where(each => each.Actor != exchange.First && each.Actor != exchange.Second)
            .Select(each => new Externality(Id(each.Actor), each.Gain * attention))],
        wording.Exchange(exchange));

    private string Id(int actor) => model.Stakeholders[methods.Tables.Actors[actor]].Id;
}
