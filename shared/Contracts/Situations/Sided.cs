using Parley.Contracts.Checking;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

/// <summary>A bound under the name of the side that it allows.</summary>
internal static class Sided
{
    public static (RedLineSide Side, Slot? Bound) Read(ObjectReader o) =>
        o.OneOf([.. Vocabulary.Sides.All]) is { } bound && Vocabulary.Sides.TryRead(bound.Label, out var side)
            ? (side, bound)
            : (default, null);
}
