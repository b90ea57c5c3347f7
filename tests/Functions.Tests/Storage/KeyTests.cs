using Parley.Functions.Storage;

namespace Parley.Functions.Tests.Storage;

public sealed class KeyTests
{
    private static readonly Guid Id = new("0198c6a0-1111-7000-8000-000000000001");

    [Fact]
    public void Keys_stay_what_they_are_since_stored_rows_have_them()
    {
        var at = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal("s|0198c6a0-1111-7000-8000-000000000001", Keys.Submission(Id));
        Assert.Equal("o|0198c6a0-1111-7000-8000-000000000001", Keys.Outbox(Id));
        Assert.Equal("t|2516069519999999999|0198c6a0-1111-7000-8000-000000000001", Keys.Listing(at, Id));
        Assert.Equal("000002|a|report|007", Keys.Report(2, "a", 7));
        Assert.Equal("v|2147483646", Keys.SituationVersion(1));
        Assert.Equal("09", Keys.Shard(Id));
    }

    [Fact]
    public void Scenarios_are_spread_over_all_shards()
    {
        var shards = Enumerable.Range(0, 1000).Select(_ => Keys.Shard(Guid.CreateVersion7())).CountBy(shard => shard).ToDictionary();

        Assert.Equal(Keys.Shards.Order(), shards.Keys.Order());
        Assert.All(shards.Values, count => Assert.InRange(count, 20, 120));
    }

    [Fact]
    public void A_range_holds_what_begins_with_its_component_and_nothing_else()
    {
        var range = Keys.Attempt(1, "ab");

        Assert.True(Holds(range, Keys.Stakeholder(1, "ab", "town")));
        Assert.False(Holds(range, Keys.Stakeholder(1, "abc", "town")));
        Assert.False(Holds(range, Keys.Stakeholder(1, "aa", "town")));
        Assert.False(Holds(range, Keys.Stakeholder(2, "ab", "town")));
    }

    private static bool Holds(KeyRange range, string key) =>
        string.CompareOrdinal(range.From, key) <= 0 && string.CompareOrdinal(key, range.Before) < 0;
}
