using System.Net.Http.Headers;
using Parley.Requests;

if (args is not [var file, var address, .. var flags] || !Uri.TryCreate(address, UriKind.Absolute, out var host))
{
    Console.Error.WriteLine("usage: dotnet run --project infra/Requests -- FILE ADDRESS [--everything]");
    return 64;
}

using var http = new HttpClient();
// A token of who may sign in, and the host's key, which administrators have.
if (Environment.GetEnvironmentVariable("PARLEY_TOKEN") is { Length: > 0 } token)
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
if (Environment.GetEnvironmentVariable("PARLEY_KEY") is { Length: > 0 } key)
    http.DefaultRequestHeaders.Add("x-functions-key", key);

var walk = new Walk(http, host);
var failed = 0;
try
{
    foreach (var request in HttpFile.Read(file).Where(request => request.IsHarmless || flags.Contains("--everything")))
    {
        var problem = await walk.SendAsync(request);
        Console.WriteLine(problem is null ? $"ok      {request.Title}" : $"FAILED  {request.Title}{Environment.NewLine}        {problem}");
        failed += problem is null ? 0 : 1;
    }

    await walk.CleanUpAsync();
    return failed == 0 ? 0 : 1;
}
catch (HttpRequestException unreachable)
{
    Console.Error.WriteLine($"{host} does not answer: {unreachable.Message}");
    return 69;
}
