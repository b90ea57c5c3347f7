using Cronos;

namespace Parley.Local;

/// <summary>An NCRONTAB expression of six fields, the first being seconds, read in UTC.</summary>
internal sealed class TimerSchedule(string ncrontab)
{
    private readonly CronExpression expression = CronExpression.Parse(ncrontab, CronFormat.IncludeSeconds);

    /// <summary>The first time after both, so that a clock that fires early never gives the same occurrence twice.</summary>
    public DateTime NextAfter(DateTime now, DateTime last) =>
        expression.GetNextOccurrence(now > last ? now : last) ?? DateTime.MaxValue;
}
