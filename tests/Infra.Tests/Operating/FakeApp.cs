using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parley.Infra.Tests.Operating;

/// <summary>In the place of a host that scripts call: answers what a test says, and 404 to all else.</summary>
internal sealed class FakeApp : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task answering;

    public FakeApp(IReadOnlyDictionary<string, (int Status, string Body)> answers)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        answering = AnswerAsync(answers);
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        listener.Close();
    }

    private async Task AnswerAsync(IReadOnlyDictionary<string, (int Status, string Body)> answers)
    {
        while (listener.IsListening)
        {
            try
            {
                var visit = await listener.GetContextAsync();
                var (status, body) = answers.GetValueOrDefault(visit.Request.Url!.AbsolutePath, (404, "{}"));
                visit.Response.StatusCode = status;
                await visit.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                visit.Response.Close();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}
