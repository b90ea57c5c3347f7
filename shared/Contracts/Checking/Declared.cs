namespace Parley.Contracts.Checking;

/// <summary>What a reference of one kind may name.</summary>
/// <param name="Kind">With its article, such as "an issue".</param>
/// <param name="Place">What declares it.</param>
/// <param name="Ids">Null when that is not known; then only the spelling of an id is checked.</param>
internal sealed record Declared(string Kind, string Place, IReadOnlyList<string>? Ids)
{
    /// <summary>Any id.</summary>
    public static Declared Anything { get; } = new("", "", null);

    public bool Knows(string id) => Ids?.Contains(id) ?? IdSlots.IsId(id);

    public string Refusal(string id) => Ids is null
        ? $"{Wording.Quote(id)} must be {IdSlots.Expected}."
        : $"{Wording.Quote(id)} is not {Kind} of {Place}; {Wording.Instead(id, Ids, "it has")}";
}
