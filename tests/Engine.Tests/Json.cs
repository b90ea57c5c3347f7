using System.Text.Json;

namespace Parley.Engine.Tests;

/// <summary>Every digit of an evaluation or a part of one, for comparing; refuses what is not a number.</summary>
internal static class Json
{
    public static string Of<T>(T report) => JsonSerializer.Serialize(report);
}
