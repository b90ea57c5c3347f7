using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Parley.Functions.Observing;
using Parley.Functions.Settings;

namespace Parley.Functions.Tests.Observing;

public sealed class TelemetryTests
{
    [Fact]
    public void Without_a_place_to_send_it_to_nothing_listens()
    {
        using var off = new ServiceCollection().AddLogging().AddTelemetry(new TelemetryOptions()).BuildServiceProvider();

        Assert.Null(off.GetService<TracerProvider>());
        Assert.Null(off.GetService<MeterProvider>());
        Assert.Null(off.GetService<LoggerProvider>());
    }

    [Theory]
    [InlineData("OtlpEndpoint")]
    [InlineData("OtlpTracesEndpoint")]
    [InlineData("OtlpMetricsEndpoint")]
    [InlineData("OtlpLogsEndpoint")]
    public void Each_endpoint_switches_it_on(string endpoint)
    {
        var options = new TelemetryOptions();
        typeof(TelemetryOptions).GetProperty(endpoint)!.SetValue(options, "http://127.0.0.1:9");
        using var on = new ServiceCollection().AddLogging().AddTelemetry(options).BuildServiceProvider();

        Assert.NotNull(on.GetService<TracerProvider>());
        Assert.NotNull(on.GetService<MeterProvider>());
    }

    [Fact]
    public void What_is_logged_of_a_scenario_names_it_as_a_property() => NamesIt(
        "{Scenario}",
        ["Parley.Functions.Submitting", "Parley.Functions.Evaluating"],
        ofNone: ["ResendingLater", "OtherSchema", "Unreadable", "PoisonLater", "PoisonNotHandled"]);

    [Fact]
    public void What_is_logged_of_a_sweep_names_it_as_a_property() => NamesIt(
        "{Sweep}", ["Parley.Functions.Sweeping"], ofNone: ["LookingLater", "OtherSchema", "Unreadable"]);

    private static void NamesIt(string property, string[] slices, string[] ofNone)
    {
        var messages = typeof(Services).Assembly.GetTypes()
            .Where(type => slices.Contains(type.Namespace))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => (method.Name, method.GetCustomAttribute<LoggerMessageAttribute>()?.Message))
            .Where(method => method.Message is not null)
            .ToArray();

        Assert.NotEmpty(messages);
        var without = messages.Where(method => !method.Message!.Contains(property, StringComparison.Ordinal)).Select(method => method.Name);
        Assert.Equal(ofNone.Order(), without.Order());
    }
}
