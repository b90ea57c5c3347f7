using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Parley.Local.Tests;

public sealed class LocalHostProcessTests(SharedAzurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_program_with_0_and_leaves_no_process_behind(string signal)
    {
        using var program = LocalHostProcess.Start("--empty", "--port", "0");
        var address = await program.ListeningAsync();
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/no/such/path", Cancellation)).StatusCode);
        using var child = Process.GetProcessById(ChildOf(program.Id));

        await program.SignalAsync(signal);
        Assert.Equal((0, ""), await program.EndAsync());
        await child.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task With_storage_configured_no_Azurite_is_started()
    {
        using var program = LocalHostProcess.Start([new("AzureWebJobsStorage", azurite.ConnectionString)], "--empty", "--port", "0");
        await program.ListeningAsync();
        Assert.Equal(0, ChildOf(program.Id));
        await program.SignalAsync("TERM");
        Assert.Equal((0, ""), await program.EndAsync());
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var program = LocalHostProcess.Start("--empty", "--port", $"{port}");
        Assert.Equal((69, $"Port {port} is taken: choose another with --port N (0 for any free one)."), await program.EndAsync());
    }

    [Fact]
    public async Task A_data_folder_in_use_is_said_in_one_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("parley-");
        try
        {
            using var first = LocalHostProcess.Start("--empty", "--port", "0", "--data", folder.FullName);
            await first.ListeningAsync();
            using var second = LocalHostProcess.Start("--empty", "--port", "0", "--data", folder.FullName);
            Assert.Equal(
                (69, $"The data folder {folder.FullName} is in use by another run, or cannot be written to."), await second.EndAsync());
            await first.SignalAsync("TERM");
            Assert.Equal((0, ""), await first.EndAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_missing_Node_is_said_in_one_sentence()
    {
        using var program = LocalHostProcess.Start([new("PATH", "")], "--empty", "--port", "0");
        Assert.Equal((69, "Node.js, which runs Azurite, is not on the PATH: install Node 20 or later."), await program.EndAsync());
    }

    [Fact]
    public async Task An_unreadable_file_is_said_in_one_sentence()
    {
        using var program = LocalHostProcess.Start("--once", Path.Combine(AppContext.BaseDirectory, "no-such.json"));
        var (exitCode, errors) = await program.EndAsync();
        Assert.Equal(66, exitCode);
        Assert.Contains("cannot be read", Assert.Single(errors.Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>From Linux's own listing, where the parent follows the name in brackets and the state; 0 when there is none.</summary>
    private static int ChildOf(int parent) =>
        (from process in Process.GetProcesses()
         let stat = Stat(process.Id)
         where stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var of, ..] && of == $"{parent}"
         select process.Id).FirstOrDefault();

    private static string Stat(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat");
        }
        catch (IOException)
        {
            return ""; // It has ended since.
        }
    }
}
