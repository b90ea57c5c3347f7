namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>The verbs answered; none means all.</summary>
    public IReadOnlyList<string> Methods { get; } = methods;

    /// <summary>The template, without the prefix of host.json; the function's name when absent.</summary>
    public string? Route { get; set; }
}
