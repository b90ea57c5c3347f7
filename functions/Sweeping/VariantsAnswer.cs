namespace Parley.Functions.Sweeping;

/// <summary>A page of variants.</summary>
/// <param name="Terms">The varied issues, in the order of each variant's terms.</param>
/// <param name="Outputs">What each variant's outputs are, in words, in their order.</param>
/// <param name="Stakeholders">Whose impacts each variant has, in their order.</param>
/// <param name="Variants">Those that are there; while the sweep runs, others may be missing between them.</param>
/// <param name="Next">Where the next page is; absent on the last one.</param>
public sealed record VariantsAnswer(
    Guid Sweep,
    IReadOnlyList<string> Terms,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Stakeholders,
    IReadOnlyList<VariantAnswer> Variants,
    string? Next)
{
    public static VariantsAnswer Of(VariantsPage page, string? next) =>
        new(page.Id, page.Terms, page.Outputs, page.Stakeholders, [.. page.Variants], next);
}
