namespace Parley.Engine.Bargaining;

/// <summary>What every method says with every range at its mode; null where one has no answer.</summary>
/// <param name="AllAttention">Points of salience of which each in the exchanges is a share.</param>
/// <param name="IsSearched">True where the game is not concave, so that what was not found may yet be there.</param>
internal sealed record BargainingAtModes(
    double[]? Compromise,
    BargainingSolution Nash,
    BargainingSolution KalaiSmorodinsky,
    double[]? Spatial,
    double[]? Exchanged,
    double[] Capability,
    BlockingPair? Blocking,
    IReadOnlyList<SpatialModelRound> Rounds,
    IReadOnlyList<Exchange> Exchanges,
    double AllAttention,
    bool IsSearched);
