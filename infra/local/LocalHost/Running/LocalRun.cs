using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Parley.Local;

/// <summary>One run of the program: storage, host, and what the flags ask to be submitted.</summary>
internal sealed class LocalRun(Flags flags, TextWriter output)
{
    public async Task<ExitCode> RunAsync(CancellationToken stopping)
    {
        var once = flags.Once is { } path ? ScenarioFile.Read(path) : null;
        var settings = RunSettings.Read();
        await using var storage = await RunStorage.StartAsync(settings[RunSettings.Storage], flags.Data, stopping);
        await using var host = await StartHostAsync(settings, storage, stopping);
        await output.WriteLineAsync($"listening on http://{host.Address.Host}:{host.Address.Port}");

        using var http = new HttpClient { BaseAddress = host.Address };
        var scenarios = new ScenarioClient(http);
        if (once is not null)
            return await new OneScenario(scenarios, output).RunAsync(once, stopping);

        if (storage.Tables is { } tables)
            await output.WriteLineAsync($"tables at {tables}, with the storage emulator's published account and key");
        await output.WriteLineAsync("Ctrl-C stops it");
        if (!flags.Empty)
            await new ShippedScenarios(scenarios, output).SubmitIfNoneAsync(ShippedGroup.All(), stopping);
        await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Done;
    }

    private async Task<FunctionHost> StartHostAsync(IConfiguration settings, RunStorage storage, CancellationToken stopping)
    {
        var options = settings.Apply(FunctionApp.Options(settings.With(storage.ConnectionString).AsEnumerable())) with
        {
            Port = flags.Port,
            AddLogging = logging => logging
                .AddConfiguration(settings.GetSection("Logging"))
                .AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>()
                .AddConsole(console =>
                {
                    console.LogToStandardErrorThreshold = LogLevel.Trace;
                    console.FormatterName = PlainLines.FormatterName;
                }),
        };
        try
        {
            return await FunctionHost.StartAsync(options, stopping);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new CannotRunException(
                ExitCode.Unavailable, $"Port {flags.Port} is taken: choose another with --port N (0 for any free one).", taken);
        }
        catch (SocketException forbidden) when (forbidden.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new CannotRunException(
                ExitCode.Unavailable, $"Port {flags.Port} may not be used: choose another with --port N.", forbidden);
        }
        catch (OptionsValidationException wrong)
        {
            throw new CannotRunException(ExitCode.Misconfigured, string.Join(Environment.NewLine, wrong.Failures), wrong);
        }
    }
}
