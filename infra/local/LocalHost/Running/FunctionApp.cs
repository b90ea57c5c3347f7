using Parley.Functions;

namespace Parley.Local;

/// <summary>The product as this host runs it: the functions of <c>functions/</c>, their services and their host.json.</summary>
public static class FunctionApp
{
    public static FunctionHostOptions Options(IEnumerable<KeyValuePair<string, string?>> settings) => new()
    {
        Functions = FunctionCatalog.In(typeof(FunctionApp).Assembly),
        AddServices = (services, configuration) => services.AddParley(configuration),
        Settings = settings,
        HostJson = HostJson.Read(Path.Combine(AppContext.BaseDirectory, "host.json")),
    };
}
