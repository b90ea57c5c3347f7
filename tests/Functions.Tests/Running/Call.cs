namespace Parley.Functions.Tests.Running;

/// <summary>One request of ours to storage.</summary>
/// <param name="Target">Path and query, without the account.</param>
public sealed record Call(string Method, string Target, string Body, string? IfMatch)
{
    public bool IsSend => Method == "POST" && Target.Contains("/messages?", StringComparison.Ordinal);

    public bool IsTransaction => Target.Contains("$batch", StringComparison.Ordinal);

    public bool Touches(string name) => Target.Contains(name, StringComparison.Ordinal) || Body.Contains(name, StringComparison.Ordinal);
}
