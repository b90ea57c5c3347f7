using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parley.Infra.Tests.Operating;

/// <summary>In the place of a host that scripts call: answers what a test says, and remembers what was asked.</summary>
internal sealed class FakeApp : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task answering;

    /// <summary>The same answer whenever a path is asked for, and 404 to all else.</summary>
    public FakeApp(IReadOnlyDictionary<string, (int Status, string Body)> answers)
        : this((_, path) => answers.GetValueOrDefault(path, (404, "{}")))
    {
    }

    public FakeApp(Func<string, string, (int Status, string Body)> answer)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        answering = AnswerAsync(answer);
    }

    /// <summary>Method, path and body of every request.</summary>
    public List<(string Method, string Path, string Body)> Asked { get; } = [];

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        listener.Close();
    }

    private async Task AnswerAsync(Func<string, string, (int Status, string Body)> answer)
    {
        while (listener.IsListening)
        {
            try
            {
                var visit = await listener.GetContextAsync();
                var (method, path) = (visit.Request.HttpMethod, visit.Request.Url!.AbsolutePath);
                Asked.Add((method, path, await new StreamReader(visit.Request.InputStream).ReadToEndAsync()));
                var (status, body) = answer(method, path);
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
