namespace Parley.Functions.Specifying.Shapes;

/// <summary>Things under their ids.</summary>
public sealed class Keyed<T> : Dictionary<string, T>;
