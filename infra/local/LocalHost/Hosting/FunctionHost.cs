using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Parley.Local;

/// <summary>Runs function classes as the genuine Functions host does, in this process and on 127.0.0.1 only.</summary>
public sealed class FunctionHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private FunctionHost(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts a host and returns once it answers.</summary>
    public static async Task<FunctionHost> StartAsync(FunctionHostOptions options, CancellationToken cancellation = default)
    {
        var app = Build(options);
        try
        {
            await app.StartAsync(cancellation);
            return new FunctionHost(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>What SIGTERM does to the genuine host.</summary>
    public Task StopAsync() => app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await app.DisposeAsync();
    }

    private static WebApplication Build(FunctionHostOptions options)
    {
        // Empty: neither environment variables nor files may add an address, a setting or a logger that the options don't name.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            EnvironmentName = options.EnvironmentName,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.Logging.AddConfiguration(options.HostJson.Logging);
        options.AddLogging(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        AddServices(builder, options);

        var app = builder.Build();
        app.UseRouting();
        var log = app.Services.GetRequiredService<ILogger<FunctionHost>>();
        app.Use(next => new HttpEdge(next, options.Keys, log).InvokeAsync);
        HttpFunctions.Map(app, options.Functions, options.HostJson.RoutePrefix);
        MapDrain(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, FunctionHostOptions options)
    {
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Times.RunningWork);
        options.AddServices(builder.Services, builder.Configuration);

        // After the product's own, so that what those prepare at start is there before the first message.
        builder.Services.AddSingleton<RunningWork>();
        builder.Services.AddSingleton(services => new Listeners(
            new Triggers(options, services.GetRequiredService<RunningWork>(), services).Listeners(),
            services.GetRequiredService<RunningWork>(),
            options.Times,
            services.GetRequiredService<ILogger<FunctionHost>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<Listeners>());
    }

    private static void MapDrain(WebApplication app) =>
        app.MapPost("/admin/host/drain", (Listeners listeners) =>
        {
            listeners.Drain();
            return Microsoft.AspNetCore.Http.TypedResults.Accepted((string?)null);
        }).WithMetadata(new RequiredLevel(AuthorizationLevel.Admin));
}
