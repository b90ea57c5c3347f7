using System.Globalization;

namespace Parley.Infra.Tests.Operating;

/// <summary>Azure refuses to move the start of a budget, and refuses a new one that begins before this month.</summary>
public sealed class BudgetTests
{
    private static readonly (string, string) Registered = ("ad app list", "33333333-3333-3333-3333-333333333333");

    [Fact]
    public async Task Provisioning_again_in_a_later_month_leaves_the_start_of_the_budget_where_it_is()
    {
        using var azure = new FakeAzure(
            Registered, ("group exists --name rg-parley-dev", "true"), ("value[?name=='\\''budget-parley-dev'\\'']", "2025-03-01T00:00:00Z"));

        var (exitCode, output) = await ProvisionAsync(azure);

        Assert.True(exitCode == 0, output);
        Assert.StartsWith("BUDGET_START=2025-03-01 az deployment sub create", azure.Asked[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_new_budget_begins_with_this_month(string isThere)
    {
        using var azure = new FakeAzure(Registered, ("group exists", isThere));
        var month = DateTime.UtcNow;

        var (exitCode, output) = await ProvisionAsync(azure);

        Assert.True(exitCode == 0, output);
        var told = DateOnly.ParseExact(azure.Asked[^1]["BUDGET_START=".Length..].Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(1, told.Day);
        Assert.InRange(told.ToDateTime(TimeOnly.MinValue), month.AddDays(-31), DateTime.UtcNow);
    }

    [Fact]
    public void Azd_asks_for_the_start_in_the_same_way()
    {
        Assert.Contains("bash infra/azure/budget-start.sh \"$AZURE_ENV_NAME\"", Repository.Read("azure.yaml"));
    }

    private static Task<(int ExitCode, string Output)> ProvisionAsync(FakeAzure azure) =>
        Script.RunAsync(azure.Environment, Repository.PathOf("infra/azure/provision.sh"), "dev");
}
