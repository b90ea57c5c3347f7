namespace Parley.Local;

/// <summary>From 64 on as in sysexits.h.</summary>
internal enum ExitCode
{
    Done = 0,
    Failed = 1,
    Refused = 2,
    Usage = 64,
    Unreadable = 66,
    Unavailable = 69,
    Broken = 70,
    Misconfigured = 78,
    Interrupted = 130,
}
