namespace Parley.Local.Tests;

public sealed class TimerScheduleTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("*/10 * * * * *", "2026-03-01T12:00:10Z")]
    [InlineData("0 */5 * * * *", "2026-03-01T12:05:00Z")]
    [InlineData("30 15 4 * * 1-5", "2026-03-02T04:15:30Z")]
    public void A_schedule_has_six_fields_the_first_being_seconds(string ncrontab, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null).UtcDateTime, new TimerSchedule(ncrontab).NextAfter(Noon, Noon));

    [Fact]
    public void A_clock_that_fires_early_does_not_give_the_same_occurrence_twice() =>
        Assert.Equal(Noon.AddSeconds(10), new TimerSchedule("*/10 * * * * *").NextAfter(Noon.AddMilliseconds(-3), Noon));

    [Fact]
    public void A_schedule_of_five_fields_is_refused() =>
        Assert.ThrowsAny<FormatException>(() => new TimerSchedule("*/5 * * * *"));
}
