using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Parley.Functions;
using Parley.Functions.Answering;
using Parley.Local;

namespace Parley.Infra.Tests.Publishing;

public sealed class CompositionTests
{
    [Theory]
    [InlineData("AzureWebJobsStorage=UseDevelopmentStorage=true")]
    [InlineData("AzureWebJobsStorage:accountName=parley", "AzureWebJobsStorage:credential=managedidentity")]
    public async Task Every_function_can_be_made_from_what_is_registered(params string[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
        builder.Services.AddParley(builder.Configuration);
        var functions = FunctionCatalog.In(typeof(Door).Assembly).Select(function => function.Class).Distinct().ToArray();
        foreach (var function in functions)
            builder.Services.AddScoped(function);

        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();

        Assert.All(functions, function => Assert.NotNull(scope.ServiceProvider.GetService(function)));
    }
}
