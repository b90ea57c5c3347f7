namespace Parley.Engine.Mutations;

/// <summary>What is to be tried: a room, or some of its files.</summary>
/// <param name="Files">None for all.</param>
internal sealed record Asked(string Room, IReadOnlyList<string> Files)
{
    /// <param name="argument">ROOM or ROOM/FILE,FILE.</param>
    public static Asked Parse(string argument)
    {
        var parts = argument.Split('/', 2);
        return new Asked(parts[0], parts.Length == 1 ? [] : parts[1].Split(','));
    }

    public bool Holds(Mutant mutant) => mutant.Room == Room && (Files.Count == 0 || Files.Contains(mutant.File));
}
