using System.Text.Json;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Tests;

/// <summary>Every digit of an evaluation, for comparing.</summary>
internal static class Json
{
    public static string Of(Evaluation evaluation) => JsonSerializer.Serialize(evaluation);

    public static string Of(StakeholderImpact impact) => JsonSerializer.Serialize(impact);
}
