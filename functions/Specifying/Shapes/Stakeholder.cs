using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>Somebody in a situation.</summary>
public sealed record Stakeholder(
    string Name,
    StakeholderRole Role,
    Judgement Influence,
    Keyed<Preference> Preferences,
    Keyed<Interaction>? Interactions,
    Exposures? Exposures,
    Either<double, Judgement>? LossAversion,
    Either<double, Judgement>? Margin,
    IReadOnlyList<string>? RatifiedBy,
    Keyed<Profile>? Profiles,
    string Source);

public sealed record Preference(Judgement Ideal, Judgement Salience, Either<double, Judgement>? Shape, RedLine? RedLine);

[ExactlyOne("atMost", "atLeast")]
public sealed record RedLine(Either<double, Judgement>? AtMost, Either<double, Judgement>? AtLeast, string Source);

public sealed record Interaction(IReadOnlyList<string> Issues, Judgement Weight, string Source);

public sealed record Exposures(Keyed<Exposure>? Effects, Keyed<Exposure>? Outcomes);

public sealed record Exposure(Direction Wants, Judgement Weight, string Source);

public sealed record Profile(string Name, Keyed<Preference> Preferences, string Source);
