using System.Runtime.InteropServices;

namespace Parley.Local;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var flags = Flags.Parse(arguments);
            if (flags.Help)
            {
                await Console.Out.WriteAsync(Flags.Usage);
                return (int)ExitCode.Done;
            }

            return (int)await new LocalRun(flags, Console.Out).RunAsync(stopping.Token);
        }
        catch (CannotRunException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return (int)problem.ExitCode;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return (int)ExitCode.Interrupted;
        }
        catch (Exception bug) // The program's edge: a person gets a sentence, whatever it was.
        {
            await Console.Error.WriteLineAsync($"Parley stopped by an error of its own ({bug.GetType().Name}): {bug.Message.ReplaceLineEndings(" ")}");
            return (int)ExitCode.Broken;
        }

        // The first signal asks for an orderly end; a second one takes its usual course.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stopping.IsCancellationRequested;
            _ = stopping.CancelAsync();
        }
    }
}
