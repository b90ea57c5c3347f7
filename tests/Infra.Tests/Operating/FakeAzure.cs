namespace Parley.Infra.Tests.Operating;

/// <summary>In the place of the Azure CLI: answers what a test says, and notes what it was asked.</summary>
internal sealed class FakeAzure : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-az");

    /// <param name="answers">What the arguments contain, and the answer to that; the first that fits counts. All else is answered with nothing.</param>
    public FakeAzure(params (string Asked, string Answer)[] answers)
    {
        var cases = answers.Select(each => $"  *'{each.Asked}'*) echo '{each.Answer}' ;;\n");
        Put("az", $"echo \"BUDGET_START=${{BUDGET_START:-}} az $*\" >> '{Noted}'\ncase \"$*\" in\n{string.Concat(cases)}esac\n");
        Environment = new Dictionary<string, string> { ["PATH"] = $"{folder.FullName}:{System.Environment.GetEnvironmentVariable("PATH")}" };
    }

    /// <summary>For a script that is to find it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>What was asked, in order, with the variable that parameters read.</summary>
    public IReadOnlyList<string> Asked => File.Exists(Noted) ? File.ReadAllLines(Noted) : [];

    private string Noted => Path.Combine(folder.FullName, "asked");

    /// <summary>Another program that a script finds beside it.</summary>
    public void Put(string program, string commands)
    {
        var file = Path.Combine(folder.FullName, program);
        File.WriteAllText(file, $"#!/usr/bin/env bash\n{commands}");
        if (!OperatingSystem.IsWindows()) // Where the scripts do not run anyway.
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
