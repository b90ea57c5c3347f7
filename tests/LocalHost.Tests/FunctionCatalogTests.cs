using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Parley.Local.Tests;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Every_public_method_with_the_attribute_is_found() =>
        Assert.Equal(
            ["Take", "Tick"],
            FunctionCatalog.In(typeof(QueueFunctions), typeof(TimerFunctions), typeof(Stage)).Select(function => function.Name));

    [Fact]
    public void Two_functions_of_one_name_are_refused() =>
        AssertRefused("More than one function is named Take.", typeof(QueueFunctions), typeof(SameName));

    [Fact]
    public void A_function_without_a_trigger_is_refused() =>
        AssertRefused("The function Untriggered needs exactly one trigger.", typeof(Untriggered));

    [Fact]
    public void A_queue_function_that_wants_more_than_text_is_refused() =>
        AssertRefused("The function Typed must take its message as a string.", typeof(TypedMessage));

    [Fact]
    public void A_queue_function_with_a_parameter_nobody_fills_is_refused() =>
        AssertRefused("The function Greedy may take its trigger and a CancellationToken, nothing else.", typeof(Greedy));

    [Fact]
    public void A_level_that_the_genuine_host_does_not_have_is_refused() =>
        AssertRefused("The function Users asks for the level User, which the genuine host does not have.", typeof(UserLevel));

    [Fact]
    public async Task A_trigger_that_names_a_missing_setting_is_refused_at_start()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => FunctionHost.StartAsync(
            new FunctionHostOptions { Functions = FunctionCatalog.In(typeof(QueueFunctions)), Settings = [new("AzureWebJobsStorage", "any")] },
            TestContext.Current.CancellationToken));
        Assert.Equal("A trigger names the setting Queue, which is not set.", refusal.Message);
    }

    private static void AssertRefused(string message, params Type[] classes) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => FunctionCatalog.In(classes)).Message);

    public static class SameName
    {
        [Function("take")]
        public static void Run([QueueTrigger("q")] string message) => _ = message;
    }

    public static class Untriggered
    {
        [Function("Untriggered")]
        public static void Run(string message) => _ = message;
    }

    public static class TypedMessage
    {
        [Function("Typed")]
        public static void Run([QueueTrigger("q")] Uri message) => _ = message;
    }

    public static class Greedy
    {
        [Function("Greedy")]
        public static void Run([QueueTrigger("q")] string message, int dequeueCount) => _ = (message, dequeueCount);
    }

    public static class UserLevel
    {
        [Function("Users")]
        public static void Run([HttpTrigger(AuthorizationLevel.User)] HttpRequest request) => _ = request;
    }
}
