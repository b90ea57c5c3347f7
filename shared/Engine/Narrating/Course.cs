namespace Parley.Engine.Narrating;

/// <summary>Which way something goes.</summary>
public enum Course
{
    /// <summary>To the better, or to more.</summary>
    Up,

    /// <summary>To the worse, or to less.</summary>
    Down,

    /// <summary>The judgements allow both.</summary>
    Open,

    /// <summary>Nothing that would show.</summary>
    Still,
}
