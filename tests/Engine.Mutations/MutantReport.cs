using System.Text.Json.Nodes;

namespace Parley.Engine.Mutations;

/// <summary>Stryker's report (mutation testing report schema), in which the verdicts are written down.</summary>
internal sealed class MutantReport
{
    private static readonly string[] NotToTry = ["Ignored", "CompileError"];

    private readonly string path;
    private readonly JsonNode report;
    private readonly Dictionary<int, JsonObject> nodes = [];

    public MutantReport(string path)
    {
        this.path = path;
        report = JsonNode.Parse(File.ReadAllText(path))!;
        var mutants = new List<Mutant>();
        foreach (var (source, file) in report["files"]!.AsObject())
        {
            foreach (var node in file!["mutants"]!.AsArray().OfType<JsonObject>().Where(node => !NotToTry.Contains((string?)node["status"])))
            {
                var id = int.Parse((string)node["id"]!, System.Globalization.CultureInfo.InvariantCulture);
                nodes.Add(id, node);
                mutants.Add(new Mutant(id, Path.GetFileName(Path.GetDirectoryName(source))!, Path.GetFileNameWithoutExtension(source)));
                node["status"] = "Pending";
            }
        }

        Mutants = mutants;
    }

    /// <summary>All that compile and are not left out.</summary>
    public IReadOnlyList<Mutant> Mutants { get; }

    public void Note(Mutant mutant, Verdict verdict)
    {
        lock (nodes)
        {
            nodes[mutant.Id]["status"] = $"{verdict}";
            nodes[mutant.Id].Remove("statusReason");
        }
    }

    public void Save()
    {
        lock (nodes)
        {
            File.WriteAllText(path, report.ToJsonString());
        }
    }
}
