using Parley.Engine.Estimating;
using Parley.Engine.Situations;

namespace Parley.Engine.Evaluating;

/// <summary>Who would sign.</summary>
/// <param name="VetoPlayers">The stakeholders without whom there is no deal, in situation order.</param>
/// <param name="Joint">Share of draws in which all of them accept; never a product of the single shares.</param>
public sealed record AcceptanceReport(IReadOnlyList<string> VetoPlayers, Estimate Joint, IReadOnlyList<StakeholderAcceptance> Stakeholders);

/// <summary>Whether one stakeholder would sign, and what stands in the way.</summary>
/// <param name="Probability">Share of draws in which it accepts.</param>
/// <param name="Blocking">Reasons of refusal, most frequent first; one per refused draw, so that the shares add up to 1 − probability.</param>
/// <param name="RedLines">How often each red line is crossed, whatever else stands in the way.</param>
public sealed record StakeholderAcceptance(
    string Stakeholder,
    string Name,
    StakeholderRole Role,
    Estimate Probability,
    IReadOnlyList<BlockingReason> Blocking,
    IReadOnlyList<RedLineCrossing> RedLines);

/// <summary>Why a stakeholder refuses.</summary>
/// <param name="Id">The issue whose red line is crossed furthest, the ratifier who refuses, the largest loss, or <c>margin</c>.</param>
/// <param name="Share">Share of all draws.</param>
public sealed record BlockingReason(BlockingKind Kind, string Id, string Name, Estimate Share);

/// <summary>Kinds of refusal, in order of precedence.</summary>
public enum BlockingKind
{
    RedLine,
    Ratifier,

    /// <summary>Worse off than without a deal; named after the largest loss.</summary>
    Value,

    /// <summary>Nothing is lost, but less is gained than the stakeholder's margin.</summary>
    Margin,
}

/// <summary>How often a red line is crossed.</summary>
/// <param name="Term">Where the value that crosses it comes from.</param>
public sealed record RedLineCrossing(string Issue, string Name, TermOrigin Term, Estimate Share);

/// <summary>Where an issue's value under a deal comes from.</summary>
public enum TermOrigin
{
    /// <summary>The deal says so.</summary>
    Agreed,

    /// <summary>The text leaves it open, and the range only bounds what could follow.</summary>
    Open,

    /// <summary>The deal does not mention the issue, so it stays at the status quo.</summary>
    StatusQuo,
}
