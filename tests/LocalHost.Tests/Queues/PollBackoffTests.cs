namespace Parley.Local.Tests;

public sealed class PollBackoffTests
{
    private readonly PollBackoff backoff = new(TimeSpan.FromSeconds(60), new Random(1));

    [Fact]
    public void The_first_wait_is_100_ms() => Assert.Equal(TimeSpan.FromMilliseconds(100), backoff.Next());

    [Fact]
    public void Each_further_wait_adds_to_100_ms_a_fifth_more_or_less_than_twice_what_the_last_one_added()
    {
        backoff.Next();
        for (var n = 1; n <= 9; n++)
            Assert.InRange(backoff.Next().TotalMilliseconds, 100 + 80 * Math.Pow(2, n - 1), 100 + 120 * Math.Pow(2, n - 1));
    }

    [Fact]
    public void Waits_differ_between_hosts()
    {
        var other = new PollBackoff(TimeSpan.FromSeconds(60), new Random(2));
        Assert.Equal(backoff.Next(), other.Next());
        Assert.NotEqual(backoff.Next(), other.Next());
    }

    [Fact]
    public void No_wait_is_longer_than_the_longest()
    {
        var waits = Enumerable.Range(0, 100).Select(_ => backoff.Next()).ToArray();
        Assert.Equal(TimeSpan.FromSeconds(60), waits.Max());
        Assert.Equal(TimeSpan.FromSeconds(60), waits[^1]);
    }

    [Fact]
    public void After_a_find_the_first_wait_is_100_ms_again()
    {
        for (var n = 0; n < 50; n++)
            backoff.Next();
        backoff.Found();
        Assert.Equal(TimeSpan.FromMilliseconds(100), backoff.Next());
        Assert.InRange(backoff.Next().TotalMilliseconds, 180, 220);
    }
}
