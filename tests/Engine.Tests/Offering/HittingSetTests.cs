using System.Numerics;
using CsCheck;
using Parley.Engine.Offering;

namespace Parley.Engine.Tests.Offering;

public sealed class HittingSetTests
{
    private const int Members = 9;

    [Fact]
    public void It_hits_every_set_and_none_that_does_is_smaller() => Gen.Int[1, (1 << Members) - 1].Array[0, 12].Sample(
        masks =>
        {
            var found = new HittingSet([.. masks.Select(MembersOf)]).Smallest(Members + 1)!;
            var hits = found.Sum(member => 1 << member);
            Assert.All(masks, mask => Assert.NotEqual(0, mask & hits));
            Assert.Equal(Enumerable.Range(0, 1 << Members).Where(all => masks.All(mask => (mask & all) != 0)).Min(all => BitOperations.PopCount((uint)all)), found.Length);
            Assert.Equal(found.Order(), found);
        },
        iter: Effort.Of(300));

    [Fact]
    public void Only_smaller_ones_than_the_bound_count()
    {
        var sets = new HittingSet([[0, 1], [2], [1, 3]]);
        Assert.Null(sets.Smallest(2));
        Assert.Equal([1, 2], sets.Smallest(3)!);
        Assert.False(sets.WasCut);
    }

    [Fact]
    public void Too_many_to_try_are_given_up_and_it_says_so()
    {
        // Every three of fourteen: only twelve hit them all.
        int[][] threes = [.. Enumerable.Range(0, 1 << 14).Where(mask => BitOperations.PopCount((uint)mask) == 3).Select(MembersOf)];
        var sets = new HittingSet(threes);
        Assert.Null(sets.Smallest(12));
        Assert.True(sets.WasCut);
    }

    private static int[] MembersOf(int mask) => [.. Enumerable.Range(0, 14).Where(member => (mask & (1 << member)) != 0)];
}
