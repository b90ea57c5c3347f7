using System.Diagnostics;
using System.Text;

namespace Parley.Local;

/// <summary>Azurite takes free ports and says on its output which, one line for each kind of storage, once it listens there.</summary>
internal sealed record AzuriteAnnouncement(string Blob, string Queue, string Table)
{
    private const string Listening = " service is successfully listening at ";

    public static async Task<AzuriteAnnouncement> ReadAsync(Process process, TimeSpan deadline, CancellationToken cancellation)
    {
        var addresses = new Dictionary<string, string>();
        var said = new StringBuilder();
        var complete = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);

        // Reading never ends before the process does: a full pipe would block it.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split(Listening) is ["Azurite Blob" or "Azurite Queue" or "Azurite Table", _] parts)
                addresses[parts[0]] = parts[1];
            if (line.Data is null || addresses.Count == 3)
                complete.TrySetResult(addresses.Count == 3);
        };
        process.ErrorDataReceived += (_, line) => said.Append(line.Data).Append(' ');
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        try
        {
            if (await complete.Task.WaitAsync(deadline, cancellation))
                return new AzuriteAnnouncement(addresses["Azurite Blob"], addresses["Azurite Queue"], addresses["Azurite Table"]);
        }
        catch (TimeoutException)
        {
            throw new AzuriteUnavailableException($"Azurite did not start within {deadline.TotalSeconds:0} seconds.");
        }

        await process.WaitForExitAsync(cancellation);
        throw new AzuriteUnavailableException($"Azurite ended as it started: {said.ToString().Trim()}");
    }
}
