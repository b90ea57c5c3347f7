using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Parley.Local;

/// <summary>Log lines for a person: what happened, and in a few words why. Stack traces are for collectors of logs.</summary>
internal sealed class PlainLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception).ReplaceLineEndings(" ");
        var reason = logEntry.Exception is { } exception ? $" ({exception.GetType().Name}: {FirstLine(exception.Message)})" : "";
        textWriter.WriteLine($"{logEntry.LogLevel}: {message}{reason}");
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
