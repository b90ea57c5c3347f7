using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>What drivers are found of.</summary>
[ExactlyOne("impact", "acceptance", "effect", "survival", "subordination")]
public sealed record Output(
    string? Impact, string? Acceptance, string? Effect, int? Survival, bool? Subordination, ImpactBaseline? Against, int? Year, Cases? Cases);

/// <summary>What the variants of a sweep are judged by.</summary>
[ExactlyOne("impact", "acceptance", "effect", "survival", "subordination")]
public sealed record VariantOutput(
    string? Impact, string? Acceptance, string? Effect, int? Survival, bool? Subordination, ImpactBaseline? Against, int? Year, Direction? Wants, Cases? Fails);

/// <summary>Those on one side of a threshold.</summary>
[ExactlyOne("above", "below")]
public sealed record Cases(double? Above, double? Below);
