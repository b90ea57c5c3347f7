namespace Parley.Local.Tests;

public sealed class FlagsTests
{
    [Fact]
    public void Without_flags_the_port_is_7071_and_the_shipped_scenarios_are_submitted()
    {
        var flags = Flags.Parse([]);
        Assert.Equal((7071, false, null, null), (flags.Port, flags.Empty, flags.Data, flags.Once));
    }

    [Fact]
    public void Flags_come_in_any_order()
    {
        var flags = Flags.Parse(["--empty", "--data", "here", "--port", "8080", "--once", "it.json"]);
        Assert.Equal((8080, true, "here", "it.json"), (flags.Port, flags.Empty, flags.Data, flags.Once));
    }

    [Fact]
    public void A_single_file_takes_any_free_port_unless_one_is_named()
    {
        Assert.Equal(0, Flags.Parse(["--once", "it.json"]).Port);
        Assert.Equal(7071, Flags.Parse(["--once", "it.json", "--port", "7071"]).Port);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--port 0 --help")]
    public void Help_is_asked_for_by_either_name(string arguments) => Assert.True(Flags.Parse(arguments.Split(' ')).Help);

    [Fact]
    public void The_usage_names_every_flag()
    {
        Assert.All(["--once FILE", "--port N", "--data DIR", "--empty", "--help, -h"], flag => Assert.Contains($"\n  {flag} ", Flags.Usage, StringComparison.Ordinal));
        Assert.False(Flags.Parse([]).Help);
    }

    [Theory]
    [InlineData("--verbose", "--verbose is not a flag; usage: bash infra/local/run.sh [--once FILE] [--port N] [--data DIR] [--empty]")]
    [InlineData("--port", "--port needs a value; usage: bash infra/local/run.sh [--once FILE] [--port N] [--data DIR] [--empty]")]
    [InlineData("--port x", "x is not a port from 0 to 65535; usage: bash infra/local/run.sh [--once FILE] [--port N] [--data DIR] [--empty]")]
    [InlineData("--port 65536", "65536 is not a port from 0 to 65535; usage: bash infra/local/run.sh [--once FILE] [--port N] [--data DIR] [--empty]")]
    public void A_wrong_flag_is_refused_in_one_sentence(string arguments, string message)
    {
        var refusal = Assert.Throws<CannotRunException>(() => Flags.Parse(arguments.Split(' ')));
        Assert.Equal((ExitCode.Usage, message), (refusal.ExitCode, refusal.Message));
    }
}
