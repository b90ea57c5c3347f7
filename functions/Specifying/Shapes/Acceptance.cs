using Parley.Engine.Evaluating;
using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>Who would sign.</summary>
public sealed record Acceptance(IReadOnlyList<string> VetoPlayers, Estimate Joint, Keyed<StakeholderAcceptance> Stakeholders);

public sealed record StakeholderAcceptance(
    string Name, StakeholderRole Role, Estimate Probability, IReadOnlyList<Blocking> Blocking, Keyed<CrossedRedLine> RedLines);

public sealed record Blocking(BlockingKind Kind, string Id, string Name, Estimate Share);

public sealed record CrossedRedLine(string Name, TermOrigin Term, Estimate Share);
