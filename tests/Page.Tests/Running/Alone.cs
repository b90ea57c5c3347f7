namespace Parley.Page.Tests.Running;

/// <summary>Tests that look at a list of everything, or at a clock: nothing else is submitted or shown meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
