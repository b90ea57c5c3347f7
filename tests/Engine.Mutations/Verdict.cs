namespace Parley.Engine.Mutations;

/// <summary>What became of a mutant, in the words of the report's format.</summary>
internal enum Verdict
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests did not come to an end.</summary>
    Timeout,

    /// <summary>All tests passed.</summary>
    Survived,

    /// <summary>None of the tests comes by.</summary>
    NoCoverage,
}
