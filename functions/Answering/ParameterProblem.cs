namespace Parley.Functions.Answering;

/// <summary>Something wrong with a parameter of a query, or a header, as <see cref="Contracts.Problem"/> is with a place of a document.</summary>
/// <param name="Detail">One plain sentence: what is wrong and what would be right.</param>
public sealed record ParameterProblem(string Parameter, string Detail);
