using System.Globalization;

namespace Parley.Local;

/// <summary>The command line.</summary>
internal sealed record Flags
{
    private const int UsualPort = 7071;

    private int? port;

    /// <summary>What <c>--help</c> prints; its first line is said of a wrong flag, too.</summary>
    public static string Usage { get; } = ReadUsage();

    /// <summary>Print the usage, and nothing else.</summary>
    public bool Help { get; private init; }

    /// <summary>Submit this file, show its impacts and end.</summary>
    public string? Once { get; private init; }

    /// <summary>Without the flag the one that Core Tools takes; any free one for a single file, so that it runs beside a host.</summary>
    public int Port => port ?? (Once is null ? UsualPort : 0);

    /// <summary>Where to keep the data from one run to the next.</summary>
    public string? Data { get; private init; }

    /// <summary>Submit nothing.</summary>
    public bool Empty { get; private init; }

    public static Flags Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new Flags(),
        ["--help" or "-h", ..] => new Flags { Help = true },
        ["--empty", .. var rest] => Parse(rest) with { Empty = true },
        ["--once", var file, .. var rest] => Parse(rest) with { Once = file },
        ["--data", var folder, .. var rest] => Parse(rest) with { Data = folder },
        ["--port", var number, .. var rest] => Parse(rest) with { port = ParsePort(number) },
        ["--once" or "--data" or "--port", ..] => throw Wrong($"{arguments[0]} needs a value"),
        [var unknown, ..] => throw Wrong($"{unknown} is not a flag"),
    };

    private static int ParsePort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw Wrong($"{text} is not a port from 0 to {ushort.MaxValue}");

    private static CannotRunException Wrong(string what) => new(ExitCode.Usage, $"{what}; {Usage.Split('\n')[0]}");

    private static string ReadUsage()
    {
        using var text = new StreamReader(typeof(Flags).Assembly.GetManifestResourceStream("usage.txt")!);
        return text.ReadToEnd();
    }
}
