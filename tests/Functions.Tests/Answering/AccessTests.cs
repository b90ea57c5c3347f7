using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Parley.Functions.Answering;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;
using Parley.Functions.Watching;

namespace Parley.Functions.Tests.Answering;

public sealed class AccessTests(SharedAzurite azurite)
{
    private const string Principal = "X-MS-CLIENT-PRINCIPAL-ID";
    private static readonly (string, string) Required = ("Access:RequireCaller", "true");

    public static TheoryData<string> Endpoints => [.. HttpFunctions().Select(function => function.DeclaringType!.Name)];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Where_a_caller_is_required_only_probes_and_administrators_are_answered_without_one(string name)
    {
        await using var app = await App.StartAsync(azurite, settings: Required);
        var function = HttpFunctions().Single(each => each.DeclaringType!.Name == name);

        var answer = await app.CallAsync<IServiceProvider>((_, request) => InvokeAsync(app, function, request));

        await Contract.CheckAsync(name, answer);
        var isProbe = function.DeclaringType == typeof(CheckLive) || function.DeclaringType == typeof(CheckReady);
        var isAdmin = function.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!.AuthLevel == AuthorizationLevel.Admin;
        // Who administers shows the host's key, and is not signed in.
        Assert.Equal(isProbe || isAdmin, answer.Status != 401);
    }

    [Fact]
    public async Task A_caller_is_let_in_and_keeps_its_keys_to_itself()
    {
        await using var app = await App.StartAsync(azurite, settings: Required);

        var (a, again, b) = (await SubmitAsync(app, "ada"), await SubmitAsync(app, "ada"), await SubmitAsync(app, "bob"));

        Assert.Equal((202, a["id"]), (again.Status, again["id"]));
        Assert.NotEqual(a["id"], b["id"]);
    }

    [Fact]
    public async Task An_app_that_stands_alone_believes_nobodys_header()
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal((await SubmitAsync(app, "ada"))["id"], (await SubmitAsync(app, "bob"))["id"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada,bob")]
    public async Task No_principal_or_two_are_none(string principals)
    {
        await using var app = await App.StartAsync(azurite, settings: Required);

        var answer = await app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            App.Json(Requests.Scenario())(request);
            request.Headers[Principal] = principals.Split(',');
        });

        Assert.Equal((401, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    private static Task<Answer> SubmitAsync(App app, string principal) =>
        app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            App.Json(Requests.Scenario(), key: "order-1")(request);
            request.Headers[Principal] = principal;
        });

    private static IEnumerable<MethodInfo> HttpFunctions() =>
        from type in typeof(Door).Assembly.GetExportedTypes()
        where type.Namespace!.StartsWith("Parley.Functions", StringComparison.Ordinal)
        from method in type.GetMethods()
        where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null)
        select method;

    private static async Task<IResult> InvokeAsync(App app, MethodInfo function, HttpRequest request)
    {
        var target = ActivatorUtilities.CreateInstance(app.Get<IServiceProvider>(), function.DeclaringType!);
        object[] arguments = [.. function.GetParameters().Select(parameter => parameter.ParameterType == typeof(string) ? "1" : (object)request)];
        return function.Invoke(target, arguments) switch
        {
            Task<IResult> answer => await answer,
            var answer => (IResult)answer!,
        };
    }
}
