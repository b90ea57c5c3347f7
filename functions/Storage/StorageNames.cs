namespace Parley.Functions.Storage;

/// <summary>Names of tables and queues. No setting: the triggers' attributes name the queues too; the prefix keeps tests apart.</summary>
public sealed record StorageNames(string Prefix = "")
{
    public const string ScenarioQueue = "scenarios";
    public const string ScenarioPoisonQueue = ScenarioQueue + "-poison";

    public const string SweepQueue = "sweeps";
    public const string SweepPoisonQueue = SweepQueue + "-poison";

    public string Scenarios => Prefix + "scenarios";

    public string Evaluations => Prefix + "evaluations";

    public string Situations => Prefix + "situations";

    public string Comparisons => Prefix + "comparisons";

    public string DeadLetters => Prefix + "deadletters";

    public string Sweeps => Prefix + "sweeps";

    public string SweepChunks => Prefix + "sweepchunks";

    public string Allowances => Prefix + "allowances";

    public string Queue => Prefix + ScenarioQueue;

    public string PoisonQueue => Prefix + ScenarioPoisonQueue;

    public string SweepMessages => Prefix + SweepQueue;

    public string SweepPoisonMessages => Prefix + SweepPoisonQueue;
}
