using Microsoft.Extensions.Configuration;

namespace Parley.Local.Tests;

public sealed class KeySettingTests
{
    [Fact]
    public void Without_keys_everything_is_open() => Assert.Null(KeysOf(null, null));

    [Fact]
    public void Both_keys_are_asked_for_once_both_are_set() =>
        Assert.Equal(new LocalKeys { Host = "one", Master = "another" }, KeysOf("one", "another"));

    [Theory]
    [InlineData("one", null)]
    [InlineData(null, "another")]
    [InlineData("one", "")]
    [InlineData("", "another")]
    [InlineData("", null)]
    [InlineData("", "")]
    public void One_without_the_other_or_an_empty_one_opens_nothing_by_mistake(string? host, string? master)
    {
        var refusal = Assert.Throws<CannotRunException>(() => KeysOf(host, master));

        Assert.Equal(ExitCode.Misconfigured, refusal.ExitCode);
        Assert.Equal("The settings LocalHost:Keys:Host and LocalHost:Keys:Master are both set to a key, or neither is.", refusal.Message);
    }

    private static LocalKeys? KeysOf(string? host, string? master)
    {
        (string Name, string? Value)[] settings = [("LocalHost:Keys:Host", host), ("LocalHost:Keys:Master", master)];
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
            .Build();
        return configuration.Apply(new FunctionHostOptions { Functions = [], Settings = [] }).Keys;
    }
}
